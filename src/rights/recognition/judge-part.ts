import type { FlowContent } from '../../search/search-content';
import type { Understanding } from '../../search/understanding';
import { combineMatters } from './combine-matters';
import type { Matter } from '../matter';
import { matterOf } from '../matter-of';
import { askedElsewhere, isElsewhere } from './elsewhere';
import { meantByPart, type Meant, type Part } from './meant-by-part';
import { mentionIn, namedIn, takenBack, type Mention } from './mentions';
import type { ClauseReading, ReadClause } from './read-clause';
import type { ComplaintReader } from './read-complaint';
import { requestedMatter } from './requested-matter';
import { splitClauses } from './split-clauses';

export interface PartJudgement {
  /** In order. */
  readonly raised: readonly Matter[];
  readonly mentioned?: Mention | undefined;
  /** What it is understood to raise, sure or not. */
  readonly perhaps?: Matter | undefined;
  /** The first that its words name, whatever they say of it. */
  readonly named?: Matter | undefined;
  /** What it speaks of and does not raise, whatever the whole is understood to be. */
  readonly denied: readonly Matter[];
  readonly isAboutInformation?: boolean;
  /** Whether it tells what happened or what is wanted, only asks, takes back what it says, or is about no information. */
  readonly form: 'tells' | 'asks' | 'takes-back' | 'elsewhere';
}

/** What a request quotes, by the id of the passage. */
type MatterByPassage = ReadonlyMap<string, Matter | undefined>;

/** Fewer words beside others tell nothing by themselves. */
const FEWEST_WORDS = 2;

/** Makes the judge of parts: what each raises, and what it only mentions. */
export function createJudgePart(
  readClause: ReadClause,
  complaints: ComplaintReader,
  flows: readonly FlowContent[],
): (part: Part) => Promise<PartJudgement> {
  const byPassage: MatterByPassage = new Map(
    flows.flatMap(({ flow, passages }) => passages.map((id) => [id, matterOf(flow)] as const)),
  );

  return async (part) => {
    const clauses = splitClauses(part.text).map(readClause);
    if (isElsewhere(clauses)) return { raised: askedElsewhere(clauses), denied: [], form: 'elsewhere' };
    const meant = meantByPart(part, clauses);
    const tells = clauses.some((clause) => tellsSomething(clause, clauses.length === 1));
    const why = takenBack(clauses, tells);
    // Whom to tell of a breach is asked by those who know of one.
    const isReport = meant?.matter === 'complaint' && complaints.isBreach(part.text);
    if (why === undefined || isReport) return judgeOpenly(part, clauses, meant, tells);
    const matter = namedIn(clauses) ?? meant?.matter ?? aboutMatter(part.understood, byPassage);
    return { raised: [], mentioned: matter && { matter, why }, denied: [], form: 'takes-back' };
  };

  /** A part that does not take back what it says. */
  async function judgeOpenly(
    part: Part,
    clauses: readonly ClauseReading[],
    meant: Meant | undefined,
    tells: boolean,
  ): Promise<PartJudgement> {
    const complaint = complaints.aboutWhat(part.text, isAboutOthers(part.whole));
    const denied = [...notOwnIn(clauses), ...(complaint === 'others' ? (['complaint'] as const) : [])];
    const form = tells ? 'tells' : 'asks';
    const own = notDenied(meant, denied);
    const open = own && canRaise(form, own.matter) ? own : undefined;
    const combined = await combineMatters(clauses, open, part);
    const raised = withComplaint(combined, tells && complaint === 'information', denied);
    const isAboutInformation = clauses.some(({ about }) => about === 'information');
    const judged = {
      raised,
      perhaps: open?.matter,
      named: namedIn(clauses),
      denied,
      isAboutInformation,
      form,
    } as const;
    return raised.length > 0 ? judged : { ...judged, mentioned: mentionIn(clauses) ?? mentionOfQuestion(own) };
  }
}

const notDenied = (meant: Meant | undefined, denied: readonly Matter[]): Meant | undefined =>
  meant && !denied.includes(meant.matter) ? meant : undefined;

/** With the complaint that is told beside what is asked for, and without one that is about something else. */
const withComplaint = (matters: readonly Matter[], complains: boolean, denied: readonly Matter[]): readonly Matter[] =>
  [...new Set([...matters, ...(complains ? (['complaint'] as const) : [])])].filter(
    (matter) => matter !== 'complaint' || !denied.includes(matter),
  );

/** The matter of what is meant by a question, an answer to it or a choice. */
function aboutMatter(understood: Understanding | undefined, byPassage: MatterByPassage): Matter | undefined {
  if (understood?.kind !== 'answer') return understood && requestedMatter(understood, true);
  const { passages, flow } = understood;
  return byPassage.get(passages[0]?.passage.id ?? '') ?? (flow && matterOf(flow));
}

/** What a mere question can raise: what only their file can tell, and what happened to it. */
const RAISED_BY_QUESTIONS: ReadonlySet<Matter> = new Set([
  'access',
  'complaint',
  'breach',
  'human',
  'automated_decision',
]);

/** Whether something that is said in this form can raise a matter. */
export const canRaise = (form: PartJudgement['form'], matter: Matter): boolean =>
  form === 'tells' || (form === 'asks' && RAISED_BY_QUESTIONS.has(matter));

const tellsSomething = ({ mood, length }: ClauseReading, isAlone: boolean): boolean =>
  mood === 'plain' && (isAlone || length >= FEWEST_WORDS);

/** So sure a message has to be about no information that a complaint in it is about something else, too. */
const ABOUT_OTHERS_FROM = 0.6;

const isAboutOthers = (whole: Understanding): boolean =>
  whole.kind === 'decline' && whole.why === 'off_topic' && whole.confidence >= ABOUT_OTHERS_FROM;

const notOwnIn = (clauses: readonly ClauseReading[]): readonly Matter[] =>
  clauses.flatMap(({ negated, reported }) => [...negated, ...reported]);

/** What is understood to be raised by a question that cannot raise it. */
const mentionOfQuestion = (meant: Meant | undefined): Mention | undefined =>
  meant?.isSure === true && meant.matter !== 'human' ? { matter: meant.matter, why: 'hypothetical' } : undefined;
