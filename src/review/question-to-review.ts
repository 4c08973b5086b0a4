import type { DeclineReason } from '../search/understanding';
import type { Collection } from '../shared/document-store';

/**
 * A question whose reply an editor may want to look at: somebody said whether it helped, or it was declined. It is made
 * of people's words, belongs to its conversation, and goes with it.
 */
export interface QuestionToReview {
  readonly conversationId: string;
  /** When the reply was given. */
  readonly at: string;
  /** With personal details hidden as far as we see them; a name we do not see. */
  readonly question: string;
  /** The whole question that it was taken for, where it leant on the answer before it. */
  readonly completed?: string;
  readonly shown: Shown;
  /** Missing when nobody has said it. */
  readonly helpful?: boolean;
}

/** What a person was shown. */
export interface Shown {
  readonly kind: 'answer' | DeclineReason;
  /** The passage that was quoted, or of a decline the one that came nearest, if any did. */
  readonly passageId?: string;
  /** The version of the notice that was in force. */
  readonly version: string;
}

/** Keyed by the activity id of the reply, so that a reply is there once however often somebody rates it. */
export const QUESTIONS_TO_REVIEW: Collection<QuestionToReview> = {
  name: 'questions-to-review',
  indexes: [
    { name: 'by-conversation', fields: ['conversationId'] },
    { name: 'by-time', fields: ['at'] },
  ],
  personal: ['question', 'completed'],
};
