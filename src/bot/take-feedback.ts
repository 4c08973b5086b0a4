import type { Activity } from 'botbuilder';

import { isFeedback, readFeedback } from '../review/feedback';
import type { QuestionsToReview } from '../review/questions-to-review';
import { sequenceOf } from '../transcript/entry';
import type { Transcripts } from '../transcript/transcripts';
import type { TakeEvent } from './privacy-bot';

export interface FeedbackDependencies {
  readonly questions: Pick<QuestionsToReview, 'keepFeedback'>;
  readonly transcripts: Pick<Transcripts, 'entriesAfter'>;
  /** What the root dialog is begun with, to lead on from a last reply that did not help. */
  readonly leadOn: object;
}

/** Presses of one reply's buttons, from any number of windows; more are no matter of feedback. */
const MOST_PRESSES = 50;

/** Takes what a person says of a reply: keeps it, and leads on where the last reply did not help. */
export function createTakeFeedback({ questions, transcripts, leadOn }: FeedbackDependencies): TakeEvent {
  /**
   * Whether nothing but presses lies between the reply and this one: what was said after an older reply stands. What
   * came later does not count, so that a turn which was cut off leads on when it is run again.
   */
  const isOnLast = async ({ conversation, id = '' }: Activity, replyId: string): Promise<boolean> => {
    const after = await transcripts.entriesAfter(conversation.id, sequenceOf(replyId), MOST_PRESSES);
    const between = after.filter(({ sequence }) => sequence < sequenceOf(id));
    return between.every(({ activity }) => isFeedback(activity));
  };
  return async ({ activity }) => {
    const feedback = readFeedback(activity);
    if (!feedback) return undefined;
    const isKept = await questions.keepFeedback(activity.conversation.id, feedback);
    return isKept && !feedback.helpful && (await isOnLast(activity, feedback.replyToId)) ? leadOn : undefined;
  };
}
