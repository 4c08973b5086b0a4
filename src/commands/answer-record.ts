import type { Passage } from '../notice/notice';
import type { Matter } from '../rights/matter';
import type { Recognised } from '../rights/recognise-matters';
import type { WhyMentioned } from '../rights/recognition/mentions';
import type { RankedPassage, Understanding } from '../search/understanding';
import { assertNever } from '../shared/assert-never';
import type { DeskAndNotice } from './load-desk';
import type { Question } from './read-question';

/** What `ask --json` prints for a question. */
export interface AnswerRecord {
  readonly id: string | number;
  readonly q: string;
  readonly kind: Understanding['kind'];
  readonly flow: string | null;
  /** What would be recorded, in the message's order. */
  readonly matters: readonly Matter[];
  /** What is only spoken of, and would be offered. */
  readonly mentioned: { readonly matter: Matter; readonly why: WhyMentioned } | null;
  /** What would be answered, where nothing is recorded. */
  readonly text: string;
  /** Passages word for word: the ranked ones of an answer, the options of a clarify, what a flow quotes. */
  readonly citations: readonly { readonly section: string; readonly version: string; readonly text: string }[];
  readonly confidence: number;
  /** Messages that were offered as buttons. */
  readonly suggestions: readonly string[];
  /** Milliseconds for this question. */
  readonly ms: number;
}

/** Asks the desk one question, as a conversation of its own. */
export async function answerRecord(
  { id, q }: Question,
  { desk, notice, recognise }: Pick<DeskAndNotice, 'desk' | 'notice' | 'recognise'>,
): Promise<AnswerRecord> {
  const started = performance.now();
  const understanding = await desk.understand(q, { notice });
  const recognised = await recognise(q, understanding);
  const replies = desk.replies(understanding, { notice });
  const text = replies.map((reply) => desk.plainText(reply)).join('\n\n');
  const ms = Math.round((performance.now() - started) * 1000) / 1000;

  const ranked = rankedPassages(understanding);
  const [{ quotes }, ...others] = replies;
  const first = ranked.length > 0 ? ranked.map(({ passage }) => citation(passage)) : quotes;
  const cited = [...first, ...others.flatMap((reply) => reply.quotes)];
  return {
    id,
    q,
    kind: understanding.kind,
    flow: understanding.kind === 'flow' ? understanding.flow : null,
    ...mattersOf(recognised),
    text,
    citations: cited.map(({ section, version, text: verbatim }) => ({ section, version, text: verbatim })),
    confidence: Math.round(understanding.confidence * 1000) / 1000,
    suggestions: replies
      .flatMap(({ choices }) => choices)
      .filter((choice) => choice.isNone !== true)
      .map((choice) => choice.title),
    ms,
  };
}

function mattersOf(recognised: Recognised): Pick<AnswerRecord, 'matters' | 'mentioned'> {
  const matters = recognised.kind === 'raised' ? recognised.matters : [];
  const mentioned = recognised.kind === 'mentioned' ? { matter: recognised.matter, why: recognised.why } : null;
  return { matters, mentioned };
}

function rankedPassages(understanding: Understanding): readonly RankedPassage[] {
  switch (understanding.kind) {
    case 'answer':
      return understanding.passages;
    case 'clarify':
      return understanding.options.filter((option) => option.kind === 'passage');
    case 'flow':
    case 'decline':
    case 'smalltalk':
    case 'summary':
    case 'urgent':
      return [];
    default:
      return assertNever(understanding);
  }
}

const citation = ({ sectionTitle, version, text }: Passage) => ({ section: sectionTitle, version, text });
