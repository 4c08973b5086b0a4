import type { NoticeVersion, Passage } from '../notice/notice';
import type { Desk } from '../replies/create-desk';
import type { RankedPassage, Understanding } from '../search/understanding';
import { assertNever } from '../shared/assert-never';
import type { Question } from './read-question';

/** What `ask --json` prints for a question. */
export interface AnswerRecord {
  readonly id: string | number;
  readonly q: string;
  readonly kind: Understanding['kind'];
  readonly flow: string | null;
  /** What the person would see. */
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
export async function answerRecord({ id, q }: Question, desk: Desk, notice: NoticeVersion): Promise<AnswerRecord> {
  const started = performance.now();
  const understanding = await desk.understand(q, { notice });
  const reply = desk.reply(understanding, { notice });
  const text = desk.plainText(reply);
  const ms = Math.round((performance.now() - started) * 1000) / 1000;

  const ranked = rankedPassages(understanding);
  const cited = ranked.length > 0 ? ranked.map(({ passage }) => citation(passage)) : reply.quotes;
  return {
    id,
    q,
    kind: understanding.kind,
    flow: understanding.kind === 'flow' ? understanding.flow : null,
    text,
    citations: cited.map(({ section, version, text: verbatim }) => ({ section, version, text: verbatim })),
    confidence: Math.round(understanding.confidence * 1000) / 1000,
    suggestions: reply.choices.filter((choice) => choice.isNone !== true).map((choice) => choice.title),
    ms,
  };
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
