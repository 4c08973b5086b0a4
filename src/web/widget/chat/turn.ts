import type { Reply } from '../../../replies/reply';
import type { Activity } from './activity';

/** What stands in the conversation. Turns of the desk and stored turns of the person have the id of their activity. */
export type Turn = AssistantTurn | OwnTurn | EventTurn;

export interface AssistantTurn {
  readonly by: 'assistant';
  /** The same for as long as the turn is on screen. */
  readonly key: string;
  /** Missing on the welcome that is shown before there is a conversation. */
  readonly id?: string;
  readonly text: string;
  readonly reply?: Reply;
}

export interface OwnTurn {
  readonly by: 'me';
  readonly key: string;
  readonly id: string;
  readonly text: string;
  /** ISO time, as the desk stored it. */
  readonly at: string | undefined;
}

/** Something that happened to the chat, said between the turns. */
export interface EventTurn {
  readonly by: 'event';
  readonly key: string;
  readonly event: ChatEvent;
}

export type ChatEvent = 'expired' | 'gone' | 'refused' | 'cleared';

export const WELCOME_KEY = 'welcome';

/** The turn that a stored activity is, or undefined when it is nothing to read. */
export function turnOf({ type, id, text = '', from, timestamp, channelData }: Activity): Turn | undefined {
  if (type !== 'message' || id === undefined) return undefined;
  if (from?.role === 'user') return { by: 'me', key: channelData?.clientActivityID ?? id, id, text, at: timestamp };
  const reply = channelData?.reply;
  return { by: 'assistant', key: id, id, text, ...(reply && { reply }) };
}
