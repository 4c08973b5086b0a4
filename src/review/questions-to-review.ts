import type { Reply } from '../replies/reply';
import type { DocumentStore } from '../shared/document-store';
import type { Entry } from '../transcript/entry';
import type { Transcripts } from '../transcript/transcripts';
import type { Feedback } from './feedback';
import { questionBefore } from './question-before';
import { QUESTIONS_TO_REVIEW, type QuestionToReview, type Shown } from './question-to-review';
import { rateableReplyOf } from './reply-of';

export interface ReviewDependencies {
  readonly store: DocumentStore;
  readonly transcripts: Transcripts;
  /** Takes personal details out of a question. */
  readonly hideDetails: (text: string) => string;
  /** The version of the notice that was in force at a moment. */
  readonly versionAt: (moment: Date) => string;
}

/** Entries to look back for a question: a few choices may lie between it and the reply. */
const LOOK_BACK = 20;

/** Keeps questions for those who edit the content. Its methods are to be called in the turn of the conversation. */
export class QuestionsToReview {
  constructor(private readonly deps: ReviewDependencies) {}

  /** Keeps the question of a reply that declined it; one that is kept already stays as it is. */
  async keepDeclined(conversationId: string, replyId: string): Promise<void> {
    await this.keep(conversationId, replyId, {});
  }

  /**
   * Keeps the question of a reply with what the person said of it; what is said again replaces it.
   *
   * @returns whether it is a reply of this conversation that can be rated
   */
  async keepFeedback(conversationId: string, { replyToId, helpful }: Feedback): Promise<boolean> {
    const outcome = await this.keep(conversationId, replyToId, { helpful });
    if (outcome !== 'exists') return outcome === 'inserted';
    const { store } = this.deps;
    const known = await store.get(QUESTIONS_TO_REVIEW, replyToId);
    if (known) await store.replace(QUESTIONS_TO_REVIEW, replyToId, known.version, { ...known.body, helpful });
    return true;
  }

  private async keep(conversationId: string, replyId: string, said: Pick<QuestionToReview, 'helpful'>) {
    const { store, transcripts } = this.deps;
    // Without its conversation it would never be deleted.
    if (!(await transcripts.conversation(conversationId))) return undefined;
    const entry = await transcripts.entry(conversationId, replyId);
    const question = entry && (await this.questionOf(entry));
    return question && store.insert(QUESTIONS_TO_REVIEW, replyId, { ...question, ...said });
  }

  /** None when it is not a reply that can be rated, or when nobody has asked anything. */
  private async questionOf(entry: Entry): Promise<QuestionToReview | undefined> {
    const { transcripts, hideDetails, versionAt } = this.deps;
    const { conversationId, sequence, at } = entry;
    const reply = rateableReplyOf(entry);
    const question = questionBefore(await transcripts.entriesUpTo(conversationId, sequence - 1, LOOK_BACK));
    if (!reply || question === undefined) return undefined;
    return {
      conversationId,
      at,
      question: hideDetails(question),
      ...(reply.completed !== undefined && { completed: hideDetails(reply.completed) }),
      shown: { ...shownIn(reply), version: versionAt(new Date(at)) },
    };
  }
}

function shownIn({ kind, quotes, declined }: Reply): Omit<Shown, 'version'> {
  const quoted = quotes[0]?.passageId;
  const passageId = quoted ?? declined?.nearest;
  // A chat that began before the desk wrote it down has declines that do not say why.
  const reason = declined?.why ?? 'not_in_notice';
  return { kind: kind === 'decline' ? reason : 'answer', ...(passageId !== undefined && { passageId }) };
}
