import type { OptOut } from '../opt-outs/opt-out';
import type { OpenMessage } from '../outbox/outbox-message';
import type { QuestionToReview } from '../review/question-to-review';
import type { Case } from '../rights/case';
import type { Conversation } from '../transcript/conversation';
import type { Entry } from '../transcript/entry';

/** All that is kept of one person, as far as it can be found by what they gave us. */
export interface PersonData {
  readonly chats: readonly FoundChat[];
  /** The earliest first. */
  readonly cases: readonly Case[];
  /** Messages that have not left the house; of others neither address nor words are kept. */
  readonly messages: readonly FoundMessage[];
  readonly optOuts: readonly OptOut[];
  /** Questions that editors of the assistant look at. */
  readonly questions: readonly QuestionToReview[];
}

export interface FoundChat extends Pick<Conversation, 'channel' | 'userId' | 'startedAt' | 'lastMessageAt'> {
  readonly id: string;
  readonly endedAt?: string;
  readonly entries: readonly Entry[];
}

export type FoundMessage = Pick<OpenMessage, 'state' | 'addedAt' | 'message'>;

/** How much there is, for a manifest and for whoever only wants to know whether there is anything. */
export interface PersonCounts {
  readonly chats: number;
  readonly entries: number;
  readonly cases: number;
  readonly messages: number;
  readonly optOuts: number;
  readonly questions: number;
}

export const countsOf = ({ chats, cases, messages, optOuts, questions }: PersonData): PersonCounts => ({
  chats: chats.length,
  entries: chats.reduce((sum, { entries }) => sum + entries.length, 0),
  cases: cases.length,
  messages: messages.length,
  optOuts: optOuts.length,
  questions: questions.length,
});
