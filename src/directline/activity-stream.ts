import type { Logger } from '../shared/logger';
import { sequenceOf } from '../transcript/entry';
import type { ActivityBus } from './activity-bus';
import type { DirectLineChannel } from './direct-line-channel';
import type { TokenClaims } from './tokens';
import type { ActivitySet } from './wire';

/** The part of a WebSocket that a stream uses. */
export interface StreamSocket {
  send(data: string): void;
  close(code: number, reason: string): void;
  readonly bufferedAmount: number;
}

/** Bytes that may wait for a slow reader; past it the socket is closed, and the client comes back with its watermark. */
const MAX_BUFFERED = 1024 * 1024;

/**
 * Sends a conversation to one socket: first all after the watermark, then what is added. It always reads from the
 * transcript on from the last entry it has sent, so that nothing is missed or doubled, whatever wakes it.
 */
export class ActivityStream {
  private readonly unsubscribe: () => void;
  private isReading = false;
  private hasNews = false;
  private isClosed = false;

  constructor(
    private readonly socket: StreamSocket,
    private readonly claims: TokenClaims,
    private cursor: number,
    private readonly deps: { readonly channel: DirectLineChannel; readonly bus: ActivityBus; readonly logger: Logger },
  ) {
    this.unsubscribe = deps.bus.subscribe(claims.conversationId, {
      added: () => this.wake(),
      typing: (activity) => this.send({ activities: [activity] }),
      gone: () => this.close(1000, 'conversation deleted'),
    });
    this.wake();
  }

  close(code: number, reason: string): void {
    this.stop();
    this.socket.close(code, reason);
  }

  /** The socket is closed: nothing more can be sent. */
  stop(): void {
    this.isClosed = true;
    this.unsubscribe();
  }

  private wake(): void {
    this.hasNews = true;
    if (this.isReading || this.isClosed) return;
    this.isReading = true;
    void this.readOn().catch((error: unknown) => {
      this.deps.logger.error('stream could not read the conversation', error);
      this.close(1011, 'read failed');
    });
  }

  private async readOn(): Promise<void> {
    while (this.hasNews && !this.isClosed) {
      this.hasNews = false;
      const { conversationId, userId } = this.claims;
      const { activities, last, hasMore } = await this.deps.channel.page(conversationId, userId, this.cursor);
      this.cursor = last;
      this.hasNews ||= hasMore;
      // One in a frame: the official client hands out those of one set with pauses, in which the next set overtakes.
      for (const activity of activities) {
        this.send({ activities: [activity], watermark: String(sequenceOf(String(activity.id))) });
      }
    }
    // In the same step as the last look at `hasNews`, so that no news falls between.
    this.isReading = false;
  }

  private send(set: ActivitySet): void {
    if (this.isClosed) return;
    if (this.socket.bufferedAmount > MAX_BUFFERED) this.close(1013, 'reading too slowly');
    else this.socket.send(JSON.stringify(set));
  }
}
