import type { TurnContext } from 'botbuilder';

import type { Reply } from '../replies/reply';
import { isFeedback, readFeedback } from '../review/feedback';
import type { QuestionsToReview } from '../review/questions-to-review';
import { rateableReplyOf } from '../review/reply-of';
import { sequenceOf } from '../transcript/entry';
import type { Transcripts } from '../transcript/transcripts';
import type { TakeEvent } from './privacy-bot';

export interface FeedbackDependencies {
  readonly questions: Pick<QuestionsToReview, 'keepFeedback'>;
  readonly transcripts: Pick<Transcripts, 'entry' | 'entriesAfter'>;
  /** Says what else came near, or how to go on, to a person whom this reply did not help. */
  readonly leadOn: (context: TurnContext, from: Reply) => Promise<void>;
}

/** Presses of one reply's buttons, from any number of windows; more are no matter of feedback. */
const MOST_PRESSES = 50;

/** Takes what a person says of a reply: keeps it, and leads on where the reply did not help. */
export function createTakeFeedback({ questions, transcripts, leadOn }: FeedbackDependencies): TakeEvent {
  /** The conversation goes on from its last reply only: what was said after an older one stands. */
  const lastReply = async (conversationId: string, replyId: string): Promise<Reply | undefined> => {
    const after = await transcripts.entriesAfter(conversationId, sequenceOf(replyId), MOST_PRESSES);
    if (!after.every(({ activity }) => isFeedback(activity))) return undefined;
    const entry = await transcripts.entry(conversationId, replyId);
    return entry && rateableReplyOf(entry);
  };
  return async (context) => {
    const { activity } = context;
    const feedback = readFeedback(activity);
    if (!feedback) return;
    const { id } = activity.conversation;
    await questions.keepFeedback(id, feedback);
    const reply = feedback.helpful ? undefined : await lastReply(id, feedback.replyToId);
    if (reply) await leadOn(context, reply);
  };
}
