import type { TurnContext } from 'botbuilder';

import type { Told } from '../src/forms/form';
import type { Raised } from '../src/rights/cases';
import type { Matter } from '../src/rights/matter';

export interface Said {
  readonly matters: readonly Matter[];
  readonly told: Told;
  /** What was said, where that is not the message of this turn. */
  readonly words?: string | undefined;
  /** ISO time of that other message: whoever confirms what they said asked for it when they said it. */
  readonly saidAt?: string | undefined;
}

/** What the message of a turn raises. Run again after a crash, the same turn raises the same. */
export function raisedBy(context: TurnContext, { matters, told, words, saidAt }: Said, now: Date): Raised {
  const { activity } = context;
  const { conversation, text } = activity;
  return {
    matters,
    told,
    text: words ?? text,
    channel: 'chat',
    conversationId: conversation.id,
    key: messageKey(context, now),
    // Midnight may lie between a message and its turn: the clock starts with the message.
    at: saidAt === undefined ? messageTime(context, now) : new Date(saidAt),
  };
}

/** When the message of a turn came. */
export const messageTime = ({ activity: { timestamp } }: TurnContext, now: Date): Date => timestamp ?? now;

/** Names the message of a turn, among all messages of all channels. */
export function messageKey({ activity: { channelId, conversation, id } }: TurnContext, now: Date): string {
  return `${channelId}/${conversation.id}/${id ?? now.toISOString()}`;
}
