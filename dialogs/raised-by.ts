import type { TurnContext } from 'botbuilder';

import type { Told } from '../src/forms/form';
import type { Raised } from '../src/rights/cases';
import type { Matter } from '../src/rights/matter';

export interface Said {
  readonly matters: readonly Matter[];
  readonly told: Told;
  /** What was said, where that is not the message of this turn. */
  readonly words?: string | undefined;
}

/** What the message of a turn raises. Run again after a crash, the same turn raises the same. */
export function raisedBy({ activity }: TurnContext, { matters, told, words }: Said, now: Date): Raised {
  const { conversation, channelId, id = now.toISOString(), text } = activity;
  return {
    matters,
    told,
    text: words ?? text,
    channel: 'chat',
    conversationId: conversation.id,
    key: `${channelId}/${conversation.id}/${id}`,
    // Midnight may lie between a message and its turn: the clock starts with the message.
    at: (activity.timestamp as Date | undefined) ?? now,
  };
}
