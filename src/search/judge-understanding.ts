import { meaningKind, meaningName } from './meaning-kind';
import type { Meaning, Topic } from './question-content';
import type { CoveredMatter, MeantOption, Understanding } from './understanding';

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
 * "did you mean", or the right request beside an answer, or the right passage is quoted or offered where we decline.
 * @param wanted everything that would be right: ids of passages, names of requests, `decline` or `smalltalk`
 */
export function judge(understanding: Understanding, wanted: readonly string[]): Verdict {
  const { first, beside } = shown(understanding);
  if (first !== undefined && wanted.includes(first)) return 'right';
  if (beside.some((one) => wanted.includes(one))) return 'one tap away';
  return understanding.kind === 'decline' ? 'declined wrongly' : 'wrong';
}

/**
 * Whether what the confidence was about came true: of a "did you mean" it tells how likely one of the choices is right,
 * of everything else how likely it is right at once.
 */
export function cameTrue({ kind }: Understanding, verdict: Verdict): boolean {
  return verdict === (kind === 'clarify' ? 'one tap away' : 'right');
}

/**
 * What a person is shown, in one line: the kind, and what comes first; all choices of a "did you mean"; the quote beside a
 * decline.
 */
export function describeShown(understanding: Understanding): string {
  const { kind } = understanding;
  switch (kind) {
    case 'answer':
      return `${kind} ${understanding.passages[0]?.passage.id ?? ''}`;
    case 'clarify':
      return `${kind} ${understanding.options.map(leadsTo).join(' | ')}`;
    case 'flow':
      return `${kind} ${understanding.flow}`;
    case 'decline':
      return `${kind} ${understanding.why}${quoted(understanding.covered)}`;
    case 'smalltalk':
      return `${kind} ${understanding.topic}`;
    case 'summary':
      return `${kind} ${understanding.passage.sectionId}`;
    case 'urgent':
      return `${kind} ${understanding.sign}`;
  }
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
      return { first: DECLINED, beside: offeredUnder(understanding) };
    case 'smalltalk':
    case 'summary':
    case 'urgent':
      return { first: understanding.kind, beside: [] };
  }
}

/** Under "the notice does not say" only matters with a title are offered; of what is no matter of ours, only one covered. */
function offeredUnder({
  why,
  nearest,
  covered,
}: Extract<Understanding, { readonly kind: 'decline' }>): readonly string[] {
  const offered = why === 'off_topic' ? (covered ? [covered.passage] : []) : nearest;
  return offered.filter(({ title }) => title !== undefined).map(({ passage }) => passage.id);
}

const quoted = (covered: CoveredMatter | undefined): string =>
  covered === undefined ? '' : ` quoting ${covered.passage.passage.id}`;

const leadsTo = (option: MeantOption): string => (option.kind === 'flow' ? option.flow : option.passage.id);
