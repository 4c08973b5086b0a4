import { join } from 'node:path';

import type { DeclineReason } from '../../search/understanding';

/** The questions that understanding of the project's own content is judged by, and what was shown for them last. */
export const OWN_SET = join('test', 'evaluation', 'questions.jsonl');
export const BASELINE = join('test', 'evaluation', 'baseline.json');

/** What a question calls for. */
export const QUESTION_KINDS = ['answer', 'flow', 'decline', 'smalltalk'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** A question of which it is known what would be right. */
export interface LabelledQuestion {
  readonly id: string;
  readonly q: string;
  readonly kind: QuestionKind;
  /** Everything that would be right, as `judge` names it: ids of passages, names of requests, kinds. */
  readonly wanted: readonly string[];
  /** Why it is to be declined, where that is known. */
  readonly why?: DeclineReason | undefined;
  /** The title of the section that answers it best. */
  readonly section?: string | undefined;
  /** What is peculiar about how it is put: "typo", "angry". */
  readonly tags: readonly string[];
}
