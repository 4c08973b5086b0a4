import type { WireActivity } from './wire';

/** What happens in a conversation, for those who watch it. */
export interface ConversationListener {
  /** Entries were added; read them from the transcript. */
  added(): void;
  /** Somebody is typing. It is not stored, so it comes with the news. */
  typing(activity: WireActivity): void;
  /** The conversation was deleted. */
  gone(): void;
}

/** Tells every open socket of a conversation that there is something new. Says nothing of what was said. */
export class ActivityBus {
  private readonly listeners = new Map<string, Set<ConversationListener>>();

  /** @returns a function that ends the watching */
  subscribe(conversationId: string, listener: ConversationListener): () => void {
    const watching = this.listeners.get(conversationId) ?? new Set();
    this.listeners.set(conversationId, watching.add(listener));
    return () => {
      watching.delete(listener);
      if (watching.size === 0 && this.listeners.get(conversationId) === watching) this.listeners.delete(conversationId);
    };
  }

  added(conversationId: string): void {
    this.each(conversationId, (listener) => listener.added());
  }

  typing(conversationId: string, activity: WireActivity): void {
    this.each(conversationId, (listener) => listener.typing(activity));
  }

  gone(conversationId: string): void {
    this.each(conversationId, (listener) => listener.gone());
  }

  private each(conversationId: string, tell: (listener: ConversationListener) => void): void {
    for (const listener of [...(this.listeners.get(conversationId) ?? [])]) tell(listener);
  }
}
