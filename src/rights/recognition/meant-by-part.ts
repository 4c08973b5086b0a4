import { pointsBack } from '../../search/asks-or-wants';
import type { Understanding } from '../../search/understanding';
import type { Matter } from '../matter';
import type { ClauseReading } from './read-clause';
import { requestedMatter } from './requested-matter';

/** A part of a message that begins and ends by itself. */
export interface Part {
  readonly text: string;
  /** Undefined where only the words count. */
  readonly understood: Understanding | undefined;
  /** Whether there is nothing else in the message. */
  readonly isWhole: boolean;
  /** The whole message. */
  readonly whole: Understanding;
  readonly understandClause: (clause: string) => Promise<Understanding>;
}

/** What a part is understood to raise. */
export interface Meant {
  readonly matter: Matter;
  readonly confidence: number;
  /** Whether it counts without other evidence. */
  readonly isSure: boolean;
}

/** How sure a part that stands among others has to be understood: soon where it wants something by its form. */
const SURE_FROM = { wish: 0.4, statement: 0.85 } as const;

/** The matter that a part is understood to raise. */
export function meantByPart(part: Part, clauses: readonly ClauseReading[]): Meant | undefined {
  const { understood, isWhole } = part;
  if (!understood) return undefined;
  const wishes = clauses.some((clause) => clause.wishes);
  const denies = clauses.some(({ negated }) => negated.length > 0);
  const matter = requestedMatter(understood, wishes && !denies);
  if (matter === undefined || isSomebodyElse(matter, part)) return undefined;
  const { confidence } = understood;
  return { matter, confidence, isSure: isWhole || isSureAmongOthers(matter, confidence, wishes, part) };
}

/** Among other parts a wish for "someone" may be for a plumber: the whole tells. */
const isSomebodyElse = (matter: Matter, { isWhole, whole }: Part): boolean =>
  matter === 'human' && !isWhole && whole.kind !== 'urgent';

/** What happened leads up to a question more often than to a complaint; and what points back says little by itself. */
function isSureAmongOthers(matter: Matter, confidence: number, wishes: boolean, { text, whole }: Part): boolean {
  if (wishes && !pointsBack(text)) return confidence >= SURE_FROM.wish;
  const leadsUp = matter === 'complaint' && whole.kind === 'answer';
  return !leadsUp && confidence >= SURE_FROM.statement;
}
