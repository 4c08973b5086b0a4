import { pointsBack } from '../search/asks-or-wants';
import type { FlowContent } from '../search/search-content';
import type { Understanding } from '../search/understanding';
import { combineMatters, type Meant } from './combine-matters';
import type { Matter } from './matter';
import { matterOf } from './matter-of';
import type { ClauseReading } from './read-clause';
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
  readonly understandClause: (clause: string) => Promise<Understanding>;
}

export interface PartJudgement {
  /** In order. */
  readonly raised: readonly Matter[];
  readonly mentioned?: Mention | undefined;
  /** What it is understood to raise, sure or not. */
  readonly perhaps?: Matter | undefined;
  /** Whether it tells what happened or what is wanted, or only asks, or takes back what it says. */
  readonly form: 'tells' | 'asks' | 'takes-back';
}

/** How sure a part that stands among others has to be understood: soon where it wants something by its form. */
const SURE_FROM = { wish: 0.4, statement: 0.85 } as const;

/** Fewer words tell nothing by themselves. */
const FEWEST_WORDS = 2;

/** What a mere question can raise: what only their file can tell, and what happened to it. */
export const RAISED_BY_QUESTIONS: ReadonlySet<Matter> = new Set(['access', 'complaint', 'breach', 'human', 'automated_decision']);

/** Makes the judge of parts: what each raises, and what it only mentions. */
export function createJudgePart(readClause: (clause: string) => ClauseReading, flows: readonly FlowContent[]) {
  const byPassage = new Map(flows.flatMap(({ flow, passages }) => passages.map((id) => [id, matterOf(flow)] as const)));

  return async ({ text, understood, isWhole, understandClause }: Part): Promise<PartJudgement> => {
    const clauses = splitClauses(text).map(readClause);
    const meant = understood && meantBy(understood, clauses, isWhole);
    const tells = clauses.some(({ mood, length }) => mood === 'plain' && length >= (clauses.length > 1 ? FEWEST_WORDS : 1));
    const why = takenBack(clauses, tells);
    if (why) {
      const matter = namedIn(clauses) ?? meant?.matter ?? (understood && aboutMatter(understood));
      return { raised: [], mentioned: matter && { matter, why }, form: 'takes-back' };
    }

    const negated = clauses.flatMap((clause) => clause.negated);
    const isOpen = ({ matter }: Meant): boolean =>
      !negated.includes(matter) && (tells || RAISED_BY_QUESTIONS.has(matter));
    const open = meant && isOpen(meant) ? meant : undefined;
    const raised = await combineMatters(clauses, open, { understood, understandClause });
    const mentioned = raised.length > 0 ? undefined : (mentionIn(clauses) ?? asMention(meant));
    return { raised, mentioned, perhaps: open?.matter, form: tells ? 'tells' : 'asks' };
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

/** The matter that a part is understood to raise: where several are likely and it wants something, the likeliest. */
function meantBy(understood: Understanding, clauses: readonly ClauseReading[], isWhole: boolean): Meant | undefined {
  const wishes = clauses.some((clause) => clause.wishes);
  const likeliest = understood.kind === 'clarify' && wishes ? understood.options[0] : understood;
  const matter = likeliest?.kind === 'flow' ? matterOf(likeliest.flow) : undefined;
  // Among other parts a wish for "someone" may be for a plumber: the whole tells.
  if (!matter || (matter === 'human' && !isWhole)) return undefined;
  const { confidence } = understood;
  const leans = clauses.some(({ text }) => pointsBack(text));
  return { matter, confidence, isSure: isWhole || confidence >= (wishes && !leans ? SURE_FROM.wish : SURE_FROM.statement) };
}

/** Why nothing in a part is asked for, if so. */
function takenBack(clauses: readonly ClauseReading[], tells: boolean): WhyMentioned | undefined {
  if (clauses.some(({ isConditional }) => isConditional)) return 'hypothetical';
  if (clauses.some(({ isDenied }) => isDenied)) return 'negated';
  if (tells) return undefined;
  if (clauses.some(({ mood }) => mood === 'hypothetical')) return 'hypothetical';
  return clauses.some(({ mood }) => mood === 'hearsay') ? 'quoted' : undefined;
}

const namedIn = (clauses: readonly ClauseReading[]): Matter | undefined =>
  clauses.flatMap((clause) => [...clause.asked, ...clause.named, ...clause.negated])[0];

function mentionIn(clauses: readonly ClauseReading[]): Mention | undefined {
  for (const { negated, reported, named, mood } of clauses) {
    if (negated[0]) return { matter: negated[0], why: 'negated' };
    if (reported[0]) return { matter: reported[0], why: 'quoted' };
    if (named[0] && mood === 'hearsay') return { matter: named[0], why: 'quoted' };
    if (named[0] && (mood === 'asks' || mood === 'hypothetical')) return { matter: named[0], why: 'hypothetical' };
  }
  return undefined;
}

/** What is understood to be raised by a question that cannot raise it. */
const asMention = (meant: Meant | undefined): Mention | undefined =>
  meant?.isSure === true ? { matter: meant.matter, why: 'hypothetical' } : undefined;
