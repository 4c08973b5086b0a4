import type { ActivityBus, ConversationListener } from './activity-bus';
import type { WireActivity } from './wire';

/** Tells the sockets of this process. */
export class LocalActivityBus implements ActivityBus {
  private readonly listeners = new Map<string, Set<ConversationListener>>();

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

  /** Has everybody look for what they have not seen: for when news may have been missed. */
  addedAnywhere(): void {
    for (const conversationId of [...this.listeners.keys()]) this.added(conversationId);
  }

  private each(conversationId: string, tell: (listener: ConversationListener) => void): void {
    for (const listener of [...(this.listeners.get(conversationId) ?? [])]) tell(listener);
  }
}
