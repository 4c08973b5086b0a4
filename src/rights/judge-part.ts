import { pointsBack } from '../search/asks-or-wants';
import type { FlowContent } from '../search/search-content';
import type { Understanding } from '../search/understanding';
import { combineMatters, type Meant } from './combine-matters';
import type { Matter } from './matter';
import { matterOf } from './matter-of';
import type { ClauseReading } from './read-clause';
import type { ComplaintReader } from './read-complaint';
import { requestedFlow } from './requested-flow';
import { splitClauses } from './split-clauses';

/** Why something that was named is not asked for. */
export type WhyMentioned = 'hypothetical' | 'negated' | 'quoted';

export interface Mention {
  readonly matter: Matter;
  readonly why: WhyMentioned;
}

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

export interface PartJudgement {
  /** In order. */
  readonly raised: readonly Matter[];
  readonly mentioned?: Mention | undefined;
  /** What it is understood to raise, sure or not. */
  readonly perhaps?: Matter | undefined;
  /** What it speaks of and does not raise, whatever the whole is understood to be. */
  readonly denied: readonly Matter[];
  /** Whether it tells what happened or what is wanted, or only asks, or takes back what it says. */
  readonly form: 'tells' | 'asks' | 'takes-back';
}

/** How sure a part that stands among others has to be understood: soon where it wants something by its form. */
const SURE_FROM = { wish: 0.4, statement: 0.85 } as const;

/** Fewer words tell nothing by themselves. */
const FEWEST_WORDS = 2;

/** What a mere question can raise: what only their file can tell, and what happened to it. */
export const RAISED_BY_QUESTIONS: ReadonlySet<Matter> = new Set([
  'access',
  'complaint',
  'breach',
  'human',
  'automated_decision',
]);

/** Makes the judge of parts: what each raises, and what it only mentions. */
export function createJudgePart(
  readClause: (clause: string) => ClauseReading,
  complaints: ComplaintReader,
  flows: readonly FlowContent[],
) {
  const byPassage = new Map(flows.flatMap(({ flow, passages }) => passages.map((id) => [id, matterOf(flow)] as const)));

  return async (part: Part): Promise<PartJudgement> => {
    const { text, understood, understandClause } = part;
    const clauses = splitClauses(text).map(readClause);
    const meant = understood && meantBy(understood, clauses, part);
    const tells = clauses.some(
      ({ mood, length }) => mood === 'plain' && length >= (clauses.length > 1 ? FEWEST_WORDS : 1),
    );
    const why = takenBack(clauses, tells);
    const isReport = meant?.matter === 'complaint' && complaints.isBreach(text);
    if (why && !isReport) {
      const matter = namedIn(clauses) ?? meant?.matter ?? (understood && aboutMatter(understood));
      return { raised: [], mentioned: matter && { matter, why }, denied: [], form: 'takes-back' };
    }

    const denied = [
      ...clauses.flatMap(({ negated, reported }) => [...negated, ...reported]),
      ...(complaints.isElsewhere(text) ? (['complaint'] as const) : []),
    ];
    const isOpen = ({ matter }: Meant): boolean =>
      !denied.includes(matter) && (tells || RAISED_BY_QUESTIONS.has(matter));
    const open = meant && isOpen(meant) ? meant : undefined;
    const combined = await combineMatters(clauses, open, { understood, understandClause });
    const raised = asksToKeep(clauses) ? unique([...combined, 'restriction' as const]) : combined;
    const mentioned = raised.length > 0 ? undefined : (mentionIn(clauses) ?? asMention(meant, denied));
    return { raised, mentioned, perhaps: open?.matter, denied, form: tells ? 'tells' : 'asks' };
  };

  /** What an answer or a choice is about. */
  function aboutMatter(understood: Understanding): Matter | undefined {
    if (understood.kind === 'answer') {
      return byPassage.get(understood.passages[0]?.passage.id ?? '') ?? (understood.flow && matterOf(understood.flow));
    }
    const options = understood.kind === 'clarify' ? understood.options : [];
    return options.flatMap((option) => (option.kind === 'flow' ? (matterOf(option.flow) ?? []) : []))[0];
  }
}

/** The matter that a part is understood to raise. */
function meantBy(
  understood: Understanding,
  clauses: readonly ClauseReading[],
  { isWhole, whole }: Part,
): Meant | undefined {
  const wishes = clauses.some((clause) => clause.wishes);
  const flow = requestedFlow(understood, wishes && !clauses.some(({ negated }) => negated.length > 0));
  const matter = flow && matterOf(flow);
  // Among other parts a wish for "someone" may be for a plumber: the whole tells.
  if (matter === undefined || (matter === 'human' && !isWhole && whole.kind !== 'urgent')) return undefined;
  const { confidence } = understood;
  const leans = clauses.some(({ text }) => pointsBack(text));
  // What happened leads up to a question more often than to a complaint.
  const leadsUp = matter === 'complaint' && whole.kind === 'answer';
  const isTold = !leadsUp && confidence >= SURE_FROM.statement;
  return { matter, confidence, isSure: isWhole || isTold || (wishes && !leans && confidence >= SURE_FROM.wish) };
}

/** Why nothing in a part is asked for, if so. */
function takenBack(clauses: readonly ClauseReading[], tells: boolean): WhyMentioned | undefined {
  if (clauses.some(({ isConditional }) => isConditional)) return 'hypothetical';
  if (clauses.some(({ isDenied }) => isDenied)) return 'negated';
  if (tells) return undefined;
  if (clauses.some(({ mood }) => mood === 'hypothetical')) return 'hypothetical';
  return clauses.some(({ mood }) => mood === 'hearsay') ? 'quoted' : undefined;
}

/** To keep information for a claim is to have its use restricted. */
const asksToKeep = (clauses: readonly ClauseReading[]): boolean =>
  clauses.some(({ negated }) => negated.includes('erasure')) && clauses.some(({ isForClaim }) => isForClaim);

const unique = <T>(all: readonly T[]): readonly T[] => [...new Set(all)];

const namedIn = (clauses: readonly ClauseReading[]): Matter | undefined =>
  clauses.flatMap((clause) => [...clause.asked, ...clause.named, ...clause.negated])[0];

function mentionIn(clauses: readonly ClauseReading[]): Mention | undefined {
  for (const { negated, reported, named, mood } of clauses) {
    if (mood === 'asks-us') continue;
    if (negated[0]) return { matter: negated[0], why: 'negated' };
    if (named[0] === 'human') continue;
    if (reported[0]) return { matter: reported[0], why: 'quoted' };
    if (named[0] && mood === 'hearsay') return { matter: named[0], why: 'quoted' };
    if (named[0] && mood !== 'plain') return { matter: named[0], why: 'hypothetical' };
  }
  return undefined;
}

/** What is understood to be raised by a question that cannot raise it. */
const asMention = (meant: Meant | undefined, denied: readonly Matter[]): Mention | undefined =>
  meant?.isSure === true && meant.matter !== 'human' && !denied.includes(meant.matter)
    ? { matter: meant.matter, why: 'hypothetical' }
    : undefined;
