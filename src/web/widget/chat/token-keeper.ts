import type { Session } from './activity';
import type { DirectLineClient } from './direct-line-client';
import type { Timers } from './timers';

/** Milliseconds before another try when the desk could not be reached. */
const RETRY = 30_000;

export interface TokenKeeperListener {
  onRefreshed(session: Session): void;
  onExpired(): void;
}

/** Renews a token at half of what is left of its life, again and again, so that a chat never ends by age. */
export class TokenKeeper {
  private cancel: () => void = () => undefined;

  constructor(
    private readonly client: DirectLineClient,
    private readonly timers: Timers,
    private readonly listener: TokenKeeperListener,
  ) {}

  keep(session: Session): void {
    const left = session.expiresAt - this.timers.now();
    this.renewAfter(Math.max(0, left / 2), session);
  }

  stop(): void {
    this.cancel();
    this.cancel = () => undefined;
  }

  private renewAfter(ms: number, session: Session): void {
    this.stop();
    let isCurrent = true;
    const cancelTimer = this.timers.after(ms, () => {
      void this.client.refresh(session).then((outcome) => {
        if (!isCurrent) return;
        if (outcome.kind === 'ok') this.listener.onRefreshed(outcome.value);
        else if (outcome.kind === 'expired' || outcome.kind === 'refused') this.listener.onExpired();
        else this.renewAfter(RETRY, session);
      });
    });
    this.cancel = () => {
      isCurrent = false;
      cancelTimer();
    };
  }
}
