import type { Activity, Session } from './activity';
import { waitBeforeRetry } from './backoff';
import { catchUp } from './catch-up';
import type { DirectLineClient, OpenSession } from './direct-line-client';
import type { Link } from './link';
import type { Failure, Outcome } from './outcome';
import { listen, type OpenSocket } from './stream';
import type { Timers } from './timers';
import { TokenKeeper } from './token-keeper';

export interface ConnectionParts {
  readonly client: DirectLineClient;
  readonly openSocket: OpenSocket;
  readonly timers: Timers;
  /** From 0 to 1. */
  readonly chance: () => number;
  readonly locale: string;
}

export interface ConnectionListener {
  onLink(link: Link): void;
  /** @param isMissed said while we were away, or before this device came back */
  onActivities(activities: readonly Activity[], isMissed: boolean): void;
  /** A new conversation, or a new token for it. */
  onSession(session: Session): void;
  /** The conversation cannot be gone on with; the connection has stopped. */
  onLost(reason: 'expired' | 'gone' | 'refused'): void;
}

/** Sockets that may fail to open one after the other before we ask by ordinary requests instead. */
const SOCKET_TRIES = 2;
/** Milliseconds between two such requests. */
const POLL_EVERY = 3000;

/**
 * Keeps one device connected to one conversation: starts it or comes back to it, hears what is said, and comes back
 * after every loss with all that was missed. There is at most one socket and one try at a time.
 */
export class Connection {
  /** A token whose conversation may not have started: kept, so that a second try does not make a second conversation. */
  private ticket: Session | undefined;
  private current: Session | undefined;
  private watermark = '';
  private failures = 0;
  private socketFailures = 0;
  private isPolling = false;
  private link: Link = { kind: 'none' };
  private isTrying = false;
  private epoch = 0;
  private stopListening: () => void = () => undefined;
  private cancelTimer: () => void = () => undefined;
  private readonly keeper: TokenKeeper;

  constructor(
    private readonly parts: ConnectionParts,
    private readonly listener: ConnectionListener,
  ) {
    this.keeper = new TokenKeeper(parts.client, parts.timers, {
      onRefreshed: (session) => this.hold(session),
      onExpired: () => this.lose('expired'),
    });
  }

  get session(): Session | undefined {
    return this.current;
  }

  /** Starts a conversation, or with a session comes back to one. Does nothing when one is open. */
  open(session?: Session): void {
    if (this.link.kind !== 'none') return;
    this.current = session;
    this.tell({ kind: 'opening' });
    void this.attempt();
  }

  /** The line is known to be cut: a request got no answer, or the browser says so. */
  cut(): void {
    if (this.link.kind === 'none' || this.isTrying) return;
    this.failures += 1;
    this.waitAndRetry();
  }

  /** Tries at once instead of waiting. */
  retryNow(): void {
    if (this.link.kind === 'offline') void this.attempt();
  }

  stop(): void {
    this.epoch += 1;
    this.halt();
    this.keeper.stop();
    this.ticket = this.current = undefined;
    this.watermark = '';
    this.failures = this.socketFailures = 0;
    this.isTrying = this.isPolling = false;
    this.tell({ kind: 'none' });
  }

  private async attempt(): Promise<void> {
    if (this.isTrying) return;
    this.isTrying = true;
    this.halt();
    if (this.link.kind === 'offline') this.tell({ kind: 'offline', retryAt: undefined });
    const epoch = this.epoch;
    const outcome = this.current ? await this.comeBack(this.current, epoch) : await this.begin();
    if (epoch !== this.epoch) return;
    this.isTrying = false;
    if (outcome.kind !== 'ok') {
      this.cope(outcome);
      return;
    }
    this.hold(outcome.value.session);
    this.follow(outcome.value.streamUrl);
  }

  private async begin(): Promise<Outcome<OpenSession>> {
    const { client, locale } = this.parts;
    if (!this.ticket) {
      const outcome = await client.token();
      if (outcome.kind !== 'ok') return outcome;
      this.ticket = outcome.value;
    }
    const started = await client.start(this.ticket, locale);
    if (started.kind === 'expired' || started.kind === 'gone') this.ticket = undefined;
    return started;
  }

  private async comeBack(old: Session, epoch: number): Promise<Outcome<OpenSession>> {
    const renewed = await this.renewed(old);
    if (renewed.kind !== 'ok') return renewed;
    const session = renewed.value;
    const missed = await catchUp(this.parts.client, session, this.watermark);
    if (missed.kind !== 'ok') return missed;
    if (epoch !== this.epoch) return { kind: 'unreachable' };
    this.watermark = missed.value.watermark;
    this.listener.onActivities(missed.value.activities, true);
    // What we have just heard may have ended the conversation.
    if (epoch !== this.epoch) return { kind: 'unreachable' };
    return this.parts.client.reconnect(session, this.watermark);
  }

  /** People close the page and return; devices sleep. */
  private async renewed(session: Session): Promise<Outcome<Session>> {
    const isFresh = session.expiresAt > this.parts.timers.now();
    return isFresh ? { kind: 'ok', value: session } : this.parts.client.refresh(session);
  }

  private follow(streamUrl: string): void {
    if (this.isPolling || this.socketFailures >= SOCKET_TRIES) {
      this.isPolling = true;
      this.reached();
      this.pollSoon();
      return;
    }
    this.stopListening = listen(streamUrl, this.parts.openSocket, {
      onOpen: () => this.reached(),
      onSet: ({ activities, watermark }) => {
        if (watermark !== undefined && watermark !== '') this.watermark = watermark;
        this.listener.onActivities(activities, false);
      },
      onClosed: (how) => {
        if (how === 'never-opened') this.socketFailures += 1;
        // The desk has closed a good line, for example to make room for another tab: we would only be sent away again.
        if (how === 'sent-away') this.isPolling = true;
        this.waitAndRetry();
      },
    });
  }

  private pollSoon(): void {
    this.cancelTimer = this.parts.timers.after(POLL_EVERY, () => void this.poll());
  }

  private async poll(): Promise<void> {
    if (!this.current) return;
    const epoch = this.epoch;
    const missed = await catchUp(this.parts.client, this.current, this.watermark);
    if (epoch !== this.epoch || !this.isPolling) return;
    if (missed.kind !== 'ok') {
      this.isPolling = false;
      this.cope(missed);
      return;
    }
    this.watermark = missed.value.watermark;
    if (missed.value.activities.length > 0) this.listener.onActivities(missed.value.activities, false);
    if (epoch === this.epoch) this.pollSoon();
  }

  private cope(failure: Failure): void {
    switch (failure.kind) {
      case 'unreachable':
      case 'busy':
      case 'failed':
        this.failures += 1;
        this.waitAndRetry();
        return;
      case 'ended':
        this.stop();
        return;
      case 'expired':
      case 'gone':
      case 'refused':
        this.lose(failure.kind);
    }
  }

  /** A line that was just lost is tried again before the person hears of it: most are back within a second. */
  private waitAndRetry(): void {
    this.halt();
    const wait = waitBeforeRetry(this.failures, this.parts.chance());
    const isNews = this.failures > 0 || this.link.kind === 'offline';
    this.tell(isNews ? { kind: 'offline', retryAt: this.parts.timers.now() + wait } : { kind: 'opening' });
    this.cancelTimer = this.parts.timers.after(wait, () => void this.attempt());
  }

  private reached(): void {
    this.failures = this.socketFailures = 0;
    this.tell({ kind: 'online' });
  }

  private hold(session: Session): void {
    this.current = session;
    this.keeper.keep(session);
    this.listener.onSession(session);
  }

  private lose(reason: 'expired' | 'gone' | 'refused'): void {
    this.stop();
    this.listener.onLost(reason);
  }

  private halt(): void {
    this.stopListening();
    this.cancelTimer();
    this.stopListening = this.cancelTimer = () => undefined;
  }

  private tell(link: Link): void {
    this.link = link;
    this.listener.onLink(link);
  }
}
