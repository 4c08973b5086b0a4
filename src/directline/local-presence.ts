import { MOST_STREAMS, type Presence } from './presence';

/** The streams of this process. */
export class LocalPresence implements Presence {
  /** By conversation, the oldest first. */
  private readonly streams = new Map<string, readonly string[]>();
  private close: (conversationId: string, streamId: string) => void = () => undefined;

  enter(conversationId: string, streamId: string): void {
    const all = [...(this.streams.get(conversationId) ?? []), streamId];
    const kept = all.slice(-MOST_STREAMS);
    this.streams.set(conversationId, kept);
    for (const oldest of all.slice(0, -MOST_STREAMS)) this.close(conversationId, oldest);
  }

  leave(conversationId: string, streamId: string): void {
    const rest = (this.streams.get(conversationId) ?? []).filter((other) => other !== streamId);
    if (rest.length > 0) this.streams.set(conversationId, rest);
    else this.streams.delete(conversationId);
  }

  onTooMany(close: (conversationId: string, streamId: string) => void): void {
    this.close = close;
  }
}
