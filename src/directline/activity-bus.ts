import type { WireActivity } from './wire';

/** What happens in a conversation, for those who watch it. */
export interface ConversationListener {
  /** Entries were added; read them from the transcript. May come when there is nothing new. */
  added(): void;
  /** Somebody is typing. It is not stored, so it comes with the news. */
  typing(activity: WireActivity): void;
  /** The conversation was deleted. */
  gone(): void;
}

/**
 * Tells every open socket of a conversation, in whichever process, that there is something new. Says nothing of what was
 * said, so that news may be late or come twice: what counts is in the transcript.
 */
export interface ActivityBus {
  /** @returns a function that ends the watching */
  subscribe(conversationId: string, listener: ConversationListener): () => void;
  added(conversationId: string): void;
  typing(conversationId: string, activity: WireActivity): void;
  gone(conversationId: string): void;
}
