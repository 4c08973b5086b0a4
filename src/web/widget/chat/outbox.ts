import type { Session } from './activity';
import type { ChatAction, ChatState, Outgoing } from './chat-state';
import type { DirectLineClient } from './direct-line-client';
import type { Failure } from './outcome';
import type { Store } from './store';

export interface OutboxParts {
  readonly client: DirectLineClient;
  readonly store: Store<ChatState, ChatAction>;
  readonly session: () => Session | undefined;
  readonly nextId: () => string;
  readonly onUnreachable: () => void;
  readonly onOver: (reason: 'expired' | 'gone' | 'ended') => void;
}

/** Sends what the person writes, one message after the other, each with an id that stays the same over all tries. */
export class Outbox {
  private isBusy = false;

  constructor(private readonly parts: OutboxParts) {}

  add(text: string): void {
    this.parts.store.dispatch({ type: 'queued', id: this.parts.nextId(), text });
    this.flush();
  }

  retry(id: string): void {
    this.parts.store.dispatch({ type: 'delivered', id, delivery: 'sending' });
    this.flush();
  }

  /** Sends what has waited for a connection. */
  release(): void {
    const waiting = this.parts.store.state().outbox.filter(({ delivery }) => delivery === 'waiting');
    for (const { id } of waiting) this.parts.store.dispatch({ type: 'delivered', id, delivery: 'sending' });
    this.flush();
  }

  flush(): void {
    if (!this.isBusy) void this.sendAll();
  }

  private async sendAll(): Promise<void> {
    this.isBusy = true;
    for (;;) {
      const session = this.parts.session();
      const next = this.parts.store.state().outbox.find(({ delivery }) => delivery === 'sending');
      if (!session || !next) break;
      await this.send(session, next);
    }
    this.isBusy = false;
  }

  private async send(session: Session, { id, text, answers }: Outgoing): Promise<void> {
    const { client, store } = this.parts;
    const outcome = await client.post(session, {
      type: 'message',
      text,
      channelData: { clientActivityID: id, answers },
    });
    // The chat may have been left or begun again while we waited.
    if (this.parts.session()?.conversationId !== session.conversationId) return;
    if (outcome.kind === 'ok') store.dispatch({ type: 'delivered', id, delivery: 'sent' });
    else this.cope(id, outcome);
  }

  private cope(id: string, failure: Failure): void {
    const { store, onOver, onUnreachable } = this.parts;
    switch (failure.kind) {
      case 'unreachable':
        store.dispatch({ type: 'held-back' });
        onUnreachable();
        return;
      case 'busy':
      case 'failed':
      case 'refused':
        // It may have been stored all the same, and have come back already.
        if (!store.state().outbox.some((message) => message.id === id)) return;
        store.dispatch({ type: 'delivered', id, delivery: 'not-sent' });
        store.dispatch({
          type: 'alerted',
          alert: { kind: failure.kind === 'busy' ? 'too-many-alert' : 'not-sent-alert' },
        });
        return;
      case 'expired':
      case 'gone':
      case 'ended':
        onOver(failure.kind);
    }
  }
}
