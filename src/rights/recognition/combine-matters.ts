import { pointsBack } from '../../search/asks-or-wants';
import type { Understanding } from '../../search/understanding';
import type { Matter } from '../matter';
import { matterOf } from '../matter-of';
import type { Meant, Part } from './meant-by-part';
import type { ClauseReading } from './read-clause';

/** From here on what a sentence is understood to be counts more than a general phrase in it. */
const SURER_THAN_A_PHRASE = 0.5;

/** So sure a wish among other clauses has to be understood to be a matter of its own; less where danger hides the rest. */
const CLAUSE_FROM = { wish: 0.8, besideDanger: 0.5 } as const;

/** Fewer words of a clause are not understood by themselves. */
const FEWEST_WORDS = { wish: 3, besideDanger: 2 } as const;

/** What one clause asks for together with the other is a part of that: to have it sent elsewhere, or looked at again. */
const INCLUDED_IN: Readonly<Partial<Record<Matter, Matter>>> = { access: 'portability', human: 'automated_decision' };

/**
 * Phrases of these are general: "send my data", "stop using my data", "you sent my data to ...". Those of the others name
 * what they ask for.
 */
const GENERAL: ReadonlySet<Matter> = new Set(['access', 'objection', 'breach']);
const isGeneral = (matter: Matter): boolean => GENERAL.has(matter);

/** A matter that a clause raises, and whether it is understood to do so. */
interface Found {
  readonly matter: Matter;
  readonly isMeant: boolean;
}

/**
 * What the clauses of a part ask for in so many words, what those that wish something are understood to raise, and what
 * they are understood to raise together; in their order.
 */
export async function combineMatters(
  all: readonly ClauseReading[],
  meant: Meant | undefined,
  part: Part,
): Promise<readonly Matter[]> {
  // "Delete my data, and fix the boiler": what is about a home asks for nothing beside it.
  const clauses = all.filter(({ about }) => about !== 'home');
  const sure = meant?.isSure === true ? meant : undefined;
  const asked = askedIn(clauses, sure?.matter, part.understood);
  const found: Found[] = [];
  for (const [at, clause] of clauses.entries()) {
    const own = all.length > 1 ? await wishOf(clause, part) : undefined;
    found.push(...foundIn(asked[at] ?? [], own));
  }
  const matters = withMeant(found, sure);
  return asksToKeep(clauses) ? [...new Set([...matters, 'restriction' as const])] : matters;
}

/** What a clause asks for in words, unless all of that is general and it is understood to wish something else. */
function foundIn(inWords: readonly Matter[], own: Matter | undefined): readonly Found[] {
  const isMisread = own !== undefined && !inWords.includes(own) && inWords.every(isGeneral);
  return (isMisread ? [own] : inWords).map((matter) => ({ matter, isMeant: matter === own }));
}

/**
 * What was found, and what all is understood to raise. One general phrase alone that stands against it is misread, unless
 * its clause is understood like that by itself. To get an answer, people ask for somebody beside what they want.
 */
function withMeant(found: readonly Found[], sure: Meant | undefined): readonly Matter[] {
  const matters = [...new Set(found.map(({ matter }) => matter))];
  if (!sure || matters.includes(sure.matter)) return matters;
  if (matters.length === 0) return [sure.matter];
  if (sure.matter === 'human') return matters;
  const isPhraseAlone = matters.length === 1 && !found.some(({ isMeant }) => isMeant);
  if (!isPhraseAlone) return [...matters, sure.matter];
  const isMisread = matters.every(isGeneral) && sure.confidence >= SURER_THAN_A_PHRASE;
  return isMisread && sure.matter !== 'complaint' ? [sure.matter] : matters;
}

/** What each clause asks for in so many words. */
function askedIn(
  clauses: readonly ClauseReading[],
  sure: Matter | undefined,
  understood: Understanding | undefined,
): readonly (readonly Matter[])[] {
  if (isAboutARequest(understood)) return clauses.map(complaintsIn);
  const isElsewhere = understood?.kind === 'decline' && understood.why === 'off_topic';
  const isNamed = clauses.some(({ asked }) => asked.length > 0);
  const isSaidShortly = sure === undefined || clauses.some(({ askedShortly }) => askedShortly.includes(sure));
  const counts = !isElsewhere && (isNamed || isSaidShortly);
  return clauses.map(({ asked, askedShortly }) => {
    const all = counts ? [...asked, ...askedShortly] : asked;
    return all.filter((matter) => !all.some((other) => INCLUDED_IN[matter] === other));
  });
}

const isAboutARequest = (understood: Understanding | undefined): boolean =>
  understood?.kind === 'flow' && understood.flow === 'request_status';

/** Who asks how a request stands names it, and does not make it again; but may complain. */
const complaintsIn = ({ asked, wishes }: ClauseReading): readonly Matter[] =>
  wishes ? asked.filter((matter) => matter === 'complaint') : [];

/** What a clause is understood to raise by itself: one that wishes something, or any beside danger. */
async function wishOf(clause: ClauseReading, { understood, understandClause }: Part): Promise<Matter | undefined> {
  const place = understood?.kind === 'urgent' ? 'besideDanger' : 'wish';
  if (!saysSomething(clause, FEWEST_WORDS[place]) || (place === 'wish' && !isOwnWish(clause))) return undefined;
  const alone = await understandClause(clause.text);
  if (alone.kind !== 'flow' || alone.confidence < CLAUSE_FROM[place]) return undefined;
  const matter = matterOf(alone.flow);
  return matter && canBeOwn(matter, clause, place) ? matter : undefined;
}

const canBeOwn = (matter: Matter, { negated, reported }: ClauseReading, place: 'wish' | 'besideDanger'): boolean =>
  !negated.includes(matter) && !reported.includes(matter) && (matter !== 'human' || place === 'besideDanger');

const saysSomething = ({ mood, length }: ClauseReading, fewest: number): boolean =>
  mood === 'plain' && length >= fewest;

const isOwnWish = ({ text, wishes, asked }: ClauseReading): boolean =>
  (wishes || asked.length > 0) && !pointsBack(text);

/** To keep information for a claim is to have its use restricted. */
const asksToKeep = (clauses: readonly ClauseReading[]): boolean =>
  clauses.some(({ negated }) => negated.includes('erasure')) && clauses.some(({ isForClaim }) => isForClaim);
