/** Streams of one conversation at the same time: a person's tabs and devices. One more closes the oldest. */
export const MOST_STREAMS = 5;

/** Who has a conversation open, in whichever process. */
export interface Presence {
  /** Somebody opened a stream. */
  enter(conversationId: string, streamId: string): void;
  leave(conversationId: string, streamId: string): void;
  /** @param close called with each stream of this process that is one too many */
  onTooMany(close: (conversationId: string, streamId: string) => void): void;
}
