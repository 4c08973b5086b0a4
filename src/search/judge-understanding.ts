import { meaningKind, meaningName } from './meaning-kind';
import type { Meaning, Topic } from './question-content';
import type { MeantOption, Understanding } from './understanding';

/** How well a message was understood whose meaning is known. */
export const VERDICTS = ['right', 'one tap away', 'wrong', 'declined wrongly'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How any declining is named among what was wanted. */
export const DECLINED = 'decline';

/** What a person gets at once, and what one press leads to: ids of passages, names of requests, or another kind. */
interface Shown {
  readonly first?: string;
  readonly beside: readonly string[];
}

/**
 * Judges what was understood. One tap away: the right passage is offered under a wrong one, or the right meaning in a
 * "did you mean", or the right request beside an answer.
 * @param wanted everything that would be right: ids of passages, names of requests, `decline` or `smalltalk`
 */
export function judge(understanding: Understanding, wanted: readonly string[]): Verdict {
  const { first, beside } = shown(understanding);
  if (first !== undefined && wanted.includes(first)) return 'right';
  if (beside.some((one) => wanted.includes(one))) return 'one tap away';
  return understanding.kind === 'decline' ? 'declined wrongly' : 'wrong';
}

/** What is wanted of a message that has this meaning. */
export function wantedOf(meaning: Meaning, topics: ReadonlyMap<string, Topic>): readonly string[] {
  const kind = meaningKind(meaning);
  if (kind === 'topic') return topics.get(meaningName(meaning))?.passages ?? [];
  if (kind === 'flow') return [meaningName(meaning)];
  return kind === 'smalltalk' ? ['smalltalk'] : [DECLINED];
}

function shown(understanding: Understanding): Shown {
  switch (understanding.kind) {
    case 'answer': {
      const [first, ...others] = understanding.passages.map(({ passage }) => passage.id);
      const beside = understanding.flow === undefined ? others : [...others, understanding.flow];
      return { ...(first !== undefined && { first }), beside };
    }
    case 'clarify':
      return { beside: understanding.options.map(leadsTo) };
    case 'flow':
      return { first: understanding.flow, beside: [] };
    case 'decline':
    case 'smalltalk':
    case 'summary':
    case 'urgent':
      return { first: understanding.kind, beside: [] };
  }
}

const leadsTo = (option: MeantOption): string => (option.kind === 'flow' ? option.flow : option.passage.id);
