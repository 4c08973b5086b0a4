import { sentenceCues } from '../search/sentence-cues';
import { readWords } from '../search/read-words';
import type { FlowContent } from '../search/search-content';
import type { Understanding } from '../search/understanding';
import type { Matter } from './matter';
import { matterOf } from './matter-of';
import type { ClauseReading } from './read-clause';
import { splitClauses } from './split-clauses';

/** Why something that was named is not asked for. */
export type WhyMentioned = 'hypothetical' | 'negated' | 'quoted';

/** A part of a message that begins and ends by itself. */
export interface Part {
  readonly part: string;
  /** Undefined where only the words count. */
  readonly understood: Understanding | undefined;
  /** Whether there is nothing else in the message. */
  readonly isWhole: boolean;
}

export interface PartJudgement {
  /** In order. */
  readonly raised: readonly Matter[];
  readonly mentioned?: { readonly matter: Matter; readonly why: WhyMentioned } | undefined;
  /** What it may mean by itself, which is not sure enough. */
  readonly perhaps?: Matter | undefined;
  /** Whether it cannot raise anything, whatever it is about. */
  readonly isTakenBack: boolean;
}

/** How sure a part that stands among others has to be understood: soon where it wants something by its form. */
const SURE_FROM = { wish: 0.4, statement: 0.85 } as const;

/** From here on what a sentence is understood to be counts more than a phrase in it. */
const SURER_THAN_A_PHRASE = 0.5;

/** A clause that is understood so surely is a matter of its own beside that of its sentence. */
const CLAUSE_FROM = 0.6;

/** Fewer words say nothing by themselves. */
const FEWEST_WORDS = 3;

const WISHES = new Set(['wants', 'commands', 'asks-you-to', 'asks-whether-i-may']);

/** Makes the judge of parts: what each raises, and what it only mentions. */
export function createJudgePart(readClause: (clause: string) => ClauseReading, flows: readonly FlowContent[]) {
  const byPassage = new Map(flows.flatMap(({ flow, passages }) => passages.map((id) => [id, matterOf(flow)] as const)));

  return async (
    { part, understood, isWhole }: Part,
    understandClause: (clause: string) => Promise<Understanding>,
  ): Promise<PartJudgement> => {
    const clauses = splitClauses(part).map((text) => ({ text, ...readClause(text) }));
    const meant = understood && meantBy(understood, part, isWhole);
    const why = takenBack(clauses);
    const negated = clauses.flatMap((clause) => clause.negated);
    const matter = why ? (named(clauses) ?? meant?.matter ?? meantAsQuestion(understood)) : undefined;
    if (why) return { raised: [], mentioned: matter && { matter, why }, isTakenBack: true };

    const asked = unique(clauses.flatMap((clause) => clause.asked));
    const flow = meant && !negated.includes(meant.matter) ? meant : undefined;
    const raised = await combine(asked, flow, clauses, understandClause);
    const perhaps = flow && !flow.isSure ? flow.matter : undefined;
    if (raised.length > 0) return { raised, perhaps, isTakenBack: false };
    return { raised, mentioned: mentionedIn(clauses, negated), perhaps, isTakenBack: false };
  };

  /** What a question is about. */
  function meantAsQuestion(understood: Understanding | undefined): Matter | undefined {
    if (understood?.kind === 'answer') {
      return byPassage.get(understood.passages[0]?.passage.id ?? '') ?? (understood.flow && matterOf(understood.flow));
    }
    const option = understood?.kind === 'clarify' ? understood.options.find(({ kind }) => kind === 'flow') : undefined;
    return option?.kind === 'flow' ? matterOf(option.flow) : undefined;
  }
}

interface Meant {
  readonly matter: Matter;
  readonly confidence: number;
  readonly isSure: boolean;
}

/** The matter that a part is understood to raise. Where several are likely and it wants something, the likeliest. */
function meantBy(understood: Understanding, part: string, isWhole: boolean): Meant | undefined {
  const wants = sentenceCues(readWords(part)).some((cue) => WISHES.has(cue));
  const first = understood.kind === 'clarify' && wants ? understood.options[0] : understood;
  const matter = first?.kind === 'flow' ? matterOf(first.flow) : undefined;
  if (!matter) return undefined;
  const { confidence } = understood;
  const isSure = isWhole || confidence >= (wants ? SURE_FROM.wish : SURE_FROM.statement);
  return { matter, confidence, isSure };
}

/** Why nothing in a part is asked for, if so. */
function takenBack(clauses: readonly ClauseReading[]): WhyMentioned | undefined {
  if (clauses.some(({ isConditional }) => isConditional)) return 'hypothetical';
  if (clauses.some(({ isDenied }) => isDenied)) return 'negated';
  const telling = clauses.filter(({ length }) => length >= FEWEST_WORDS);
  const moods = (telling.length > 0 ? telling : clauses).map(({ mood }) => mood);
  if (
    !moods.every((mood) => mood !== 'plain') ||
    !moods.some((mood) => mood === 'hypothetical' || mood === 'hearsay')
  ) {
    return undefined;
  }
  return moods.includes('hypothetical') ? 'hypothetical' : 'quoted';
}

function named(clauses: readonly ClauseReading[]): Matter | undefined {
  return clauses.flatMap((clause) => [...clause.asked, ...clause.named, ...clause.negated])[0];
}

function mentionedIn(clauses: readonly ClauseReading[], negated: readonly Matter[]): PartJudgement['mentioned'] {
  if (negated[0]) return { matter: negated[0], why: 'negated' };
  const reported = clauses.flatMap((clause) => clause.reported)[0];
  if (reported) return { matter: reported, why: 'quoted' };
  const asking = clauses.find(({ mood, named: some }) => some.length > 0 && mood !== 'plain' && mood !== 'asks-us');
  const matter = asking?.named[0];
  return matter && { matter, why: asking.mood === 'hearsay' ? 'quoted' : 'hypothetical' };
}

/**
 * What is asked for in so many words and what the part is understood to raise, together. Where they differ, one phrase
 * may have been misread, unless its clause alone is understood the same way.
 */
async function combine(
  asked: readonly Matter[],
  meant: Meant | undefined,
  clauses: readonly (ClauseReading & { readonly text: string })[],
  understandClause: (clause: string) => Promise<Understanding>,
): Promise<readonly Matter[]> {
  if (!meant?.isSure) return asked;
  if (asked.length === 0) return [meant.matter];
  if (asked.includes(meant.matter) || asked.length > 1 || meant.confidence < SURER_THAN_A_PHRASE) return asked;
  const clause = clauses.find((one) => one.asked.length > 0);
  if (clauses.length === 1 || !clause) return [meant.matter];
  const alone = await understandClause(clause.text);
  const isOwn = alone.kind === 'flow' && alone.confidence >= CLAUSE_FROM && matterOf(alone.flow) === asked[0];
  if (!isOwn) return [meant.matter];
  return clauses.indexOf(clause) === 0 ? [...asked, meant.matter] : [meant.matter, ...asked];
}

const unique = <T>(all: readonly T[]): readonly T[] => [...new Set(all)];
