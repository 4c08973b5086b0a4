import type { Matter } from '../matter';
import type { ClauseReading } from './read-clause';

/** Why something that was named is not asked for. */
export type WhyMentioned = 'hypothetical' | 'negated' | 'quoted';

export interface Mention {
  readonly matter: Matter;
  readonly why: WhyMentioned;
}

/** Why nothing in a part is asked for, if so. A question does not take back what is told beside it. */
export function takenBack(clauses: readonly ClauseReading[], tells: boolean): WhyMentioned | undefined {
  if (clauses.some(({ isConditional }) => isConditional)) return 'hypothetical';
  if (clauses.some(({ isDenied }) => isDenied) && !clauses.some(asksAllTheSame)) return 'negated';
  if (tells) return undefined;
  if (clauses.some(({ mood }) => mood === 'hypothetical')) return 'hypothetical';
  return clauses.some(({ mood }) => mood === 'hearsay') ? 'quoted' : undefined;
}

/** "No need to reply, just delete it". */
const asksAllTheSame = ({ isDenied, asked }: ClauseReading): boolean => !isDenied && asked.length > 0;

/** The first matter that the words name, whatever they say of it. */
export const namedIn = (clauses: readonly ClauseReading[]): Matter | undefined =>
  clauses.flatMap(({ asked, named, negated }) => [...asked, ...named, ...negated])[0];

/** The first matter that the words name without asking for it. */
export function mentionIn(clauses: readonly ClauseReading[]): Mention | undefined {
  return clauses.flatMap((clause) => mentionOf(clause) ?? [])[0];
}

/** A question about what we do mentions nothing, and to ask whether this is a person mentions none. */
function mentionOf({
  negated: [negated],
  reported: [reported],
  named: [named],
  mood,
  isEarlier,
}: ClauseReading): Mention | undefined {
  if (mood === 'asks-us' || (isEarlier && mood !== 'plain')) return undefined;
  if (negated) return { matter: negated, why: 'negated' };
  if (reported) return { matter: reported, why: 'quoted' };
  if (named === undefined || named === 'human' || mood === 'plain') return undefined;
  return { matter: named, why: mood === 'hearsay' ? 'quoted' : 'hypothetical' };
}
