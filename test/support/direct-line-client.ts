import { ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import WebSocket from 'ws';
import XMLHttpRequest from 'xhr2';

import type { WireActivity } from './chat-api';

Object.assign(globalThis, { WebSocket, XMLHttpRequest });

export interface ClientOptions {
  readonly url: string;
  readonly token: string;
  readonly conversationId?: string;
  readonly watermark?: string;
  /** false asks every 200 ms instead. */
  readonly webSocket?: boolean;
}

/** The client refreshes its token after this time, whatever it is told. */
const REFRESH_INTERVAL = 15 * 60 * 1000;

/** The official client of Microsoft, botframework-directlinejs, as a browser would run it, with short waits. */
export class DirectLineClient {
  readonly received: WireActivity[] = [];
  readonly statuses: ConnectionStatus[] = [];
  /** What ended the stream of activities. */
  failure: unknown;
  private readonly line: DirectLine;
  private readonly watchers = new Set<() => void>();
  private readonly refreshes: (() => void)[] = [];
  private readonly subscriptions: { unsubscribe(): void }[];

  constructor({ url, ...options }: ClientOptions) {
    this.line = new DirectLine({
      domain: `${url}/v3/directline`,
      pollingInterval: 200,
      timeout: 1000,
      ...options,
      // It waits 3 s + random() * 12 s before it reconnects: 120 ms.
      random: () => -0.24,
      WebSocket,
    } as never);
    this.holdRefreshTimer();
    this.subscriptions = [
      this.line.connectionStatus$.subscribe((status) => this.note(() => this.statuses.push(status))),
      this.line.activity$.subscribe(
        (activity) => this.note(() => this.received.push(activity)),
        (error: unknown) => this.note(() => (this.failure = error)),
      ),
    ];
  }

  /** @returns the id that the service gave the activity, or "retry" */
  post(activity: Readonly<Record<string, unknown>>): Promise<string> {
    return new Promise((resolve, reject) => {
      this.line.postActivity({ from: { id: 'me' }, ...activity } as never).subscribe(resolve, reject);
    });
  }

  say(text: string, clientActivityID?: string): Promise<string> {
    return this.post({ type: 'message', text, ...(clientActivityID && { channelData: { clientActivityID } }) });
  }

  /** Waits until what came satisfies the check. */
  until(what: string, isTrue: (client: DirectLineClient) => boolean, limitMs = 10_000): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => settle(() => reject(new Error(`not within ${limitMs} ms: ${what}`))), limitMs);
      const settle = (end: () => void): void => {
        clearTimeout(timer);
        this.watchers.delete(look);
        end();
      };
      const look = (): void => {
        if (isTrue(this)) settle(resolve);
      };
      this.watchers.add(look);
      look();
    });
  }

  /** Waits until so many activities have come. */
  untilReceived(count: number): Promise<void> {
    return this.until(`${count} activities`, ({ received }) => received.length >= count);
  }

  /** What 15 minutes would do. */
  refreshToken(): void {
    for (const refresh of this.refreshes.splice(0)) refresh();
  }

  get token(): string {
    return (this.line as unknown as { readonly token: string }).token;
  }

  get conversationId(): string {
    return (this.line as unknown as { readonly conversationId: string }).conversationId;
  }

  /** The window is closed. */
  end(): void {
    this.line.end();
    for (const subscription of this.subscriptions) subscription.unsubscribe();
  }

  private note(change: () => void): void {
    change();
    for (const look of [...this.watchers]) look();
  }

  /** Holds the timer of the token, so that a test can let it go off. */
  private holdRefreshTimer(): void {
    const { services } = this.line as unknown as { readonly services: { scheduler: Scheduler } };
    const { scheduler } = services;
    services.scheduler = {
      now: () => scheduler.now(),
      schedule: (work, delay, state) => {
        if (delay !== REFRESH_INTERVAL) return scheduler.schedule(work, delay, state);
        let timer: { unsubscribe(): void } | undefined;
        this.refreshes.push(() => (timer = scheduler.schedule(work, 0, state)));
        return { unsubscribe: () => timer?.unsubscribe() };
      },
    };
  }
}

/** What times everything in the client. */
interface Scheduler {
  now(): number;
  schedule(work: unknown, delay: number, state: unknown): { unsubscribe(): void };
}

export { ConnectionStatus };
