import { pointsBack } from '../search/asks-or-wants';
import type { Understanding } from '../search/understanding';
import type { Matter } from './matter';
import { matterOf } from './matter-of';
import type { ClauseReading } from './read-clause';

/** What a part of a message is understood to raise. */
export interface Meant {
  readonly matter: Matter;
  readonly confidence: number;
  readonly isSure: boolean;
}

export interface CombineHelp {
  /** The part as a whole. */
  readonly understood: Understanding | undefined;
  readonly understandClause: (clause: string) => Promise<Understanding>;
}

/** From here on what a sentence is understood to be counts more than a phrase in it. */
const SURER_THAN_A_PHRASE = 0.5;

/** So sure a wish among other clauses has to be understood to be a matter of its own; less where danger hides the rest. */
const CLAUSE_FROM = 0.8;
const CLAUSE_BESIDE_DANGER_FROM = 0.5;

/** What one clause asks for together with the other is a part of that: to have it sent elsewhere, or looked at again. */
const INCLUDED_IN: Readonly<Partial<Record<Matter, Matter>>> = { access: 'portability', human: 'automated_decision' };

/** Fewer words of a clause are not understood by themselves. */
const FEWEST_WORDS = 3;
const FEWEST_WORDS_BESIDE_DANGER = 2;

/**
 * What the clauses ask for in so many words, what those that wish something are understood to raise, and what they are
 * understood to raise together; in their order. Where one phrase alone stands against the whole, it may be misread.
 */
export async function combineMatters(
  clauses: readonly ClauseReading[],
  meant: Meant | undefined,
  help: CombineHelp,
): Promise<readonly Matter[]> {
  const sure = meant?.isSure === true ? meant.matter : undefined;
  const found: { readonly matter: Matter; readonly isMeant: boolean }[] = [];
  const asked = askedIn(clauses, sure, help);
  for (const [at, clause] of clauses.entries()) {
    const own = clauses.length > 1 ? await wishOf(clause, help) : undefined;
    const inWords = asked[at] ?? [];
    const here = own && !inWords.includes(own) ? [own] : inWords;
    found.push(...here.map((matter) => ({ matter, isMeant: matter === own })));
  }
  const matters = [...new Set(found.map(({ matter }) => matter))];
  if (sure === undefined || matters.includes(sure) || (sure === 'human' && matters.length > 0)) return matters;
  const isMisread = matters.length === 1 && !found.some(({ isMeant }) => isMeant);
  if (isMisread && (meant?.confidence ?? 0) >= SURER_THAN_A_PHRASE) return [sure];
  return isMisread ? matters : [...matters, sure];
}

/** What each clause asks for in so many words. */
function askedIn(
  clauses: readonly ClauseReading[],
  sure: Matter | undefined,
  { understood }: CombineHelp,
): readonly (readonly Matter[])[] {
  if (understood?.kind === 'flow' && understood.flow === 'request_status') return [];
  const isElsewhere = understood?.kind === 'decline' && understood.why === 'off_topic';
  const isNamed = clauses.some(({ asked }) => asked.length > 0);
  const leans =
    !isElsewhere && (sure === undefined || isNamed || clauses.some((one) => one.askedShortly.includes(sure)));
  return clauses.map(({ asked, askedShortly }) => {
    const all = leans ? [...asked, ...askedShortly] : asked;
    return all.filter((matter) => !all.some((other) => INCLUDED_IN[matter] === other));
  });
}

/** What a clause is understood to raise by itself: one that wishes something, or any beside danger. */
async function wishOf(clause: ClauseReading, help: CombineHelp): Promise<Matter | undefined> {
  const isBesideDanger = help.understood?.kind === 'urgent';
  if (!(isBesideDanger ? saysSomething(clause, FEWEST_WORDS_BESIDE_DANGER) : isOwnWish(clause))) return undefined;
  const alone = await help.understandClause(clause.text);
  const from = isBesideDanger ? CLAUSE_BESIDE_DANGER_FROM : CLAUSE_FROM;
  const matter = alone.kind === 'flow' && alone.confidence >= from ? matterOf(alone.flow) : undefined;
  return matter === 'human' && !isBesideDanger ? undefined : matter;
}

const saysSomething = ({ mood, length }: ClauseReading, fewest: number): boolean =>
  mood === 'plain' && length >= fewest;

const isOwnWish = (clause: ClauseReading): boolean =>
  saysSomething(clause, FEWEST_WORDS) && (clause.wishes || clause.asked.length > 0) && !pointsBack(clause.text);
