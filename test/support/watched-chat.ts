import WebSocket from 'ws';

import type { ChatApi, StartedSession, WireActivity } from './chat-api';
import { eventually } from './eventually';

interface Frame {
  readonly activities?: readonly WireActivity[];
  readonly watermark?: string;
}

/** A conversation as somebody has it: a stream that is opened again whenever it closes, and posts until one is taken. */
export class WatchedChat {
  /** Everything that came on the stream, in the order in which it came. */
  readonly received: WireActivity[] = [];
  /** Ids by what was said. */
  readonly acknowledged = new Map<string, string>();
  /** Every watermark that came, in order. */
  readonly watermarks: number[] = [];
  repeated = 0;
  reopened = 0;
  private socket: WebSocket | undefined;
  private isOver = false;

  constructor(
    private readonly api: ChatApi,
    readonly session: StartedSession,
  ) {}

  open(): void {
    this.watch(this.session.streamUrl);
  }

  /** Says it, again and again under the same id until it is acknowledged. */
  async say(text: string): Promise<void> {
    for (;;) {
      const answer = await this.api.say(this.session, text, `id of ${text}`).catch(() => undefined);
      if (answer?.status === 200) {
        this.acknowledged.set(text, answer.body.id ?? '');
        return;
      }
      if (answer !== undefined && answer.status < 500) throw new Error(`refused with ${answer.status}: ${answer.text}`);
      this.repeated += 1;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async untilReceived(count: number, limitMs: number): Promise<void> {
    await eventually(`${count} activities on the stream`, () => this.received.length >= count, limitMs);
  }

  close(): void {
    this.isOver = true;
    this.socket?.terminate();
  }

  private watch(url: string): void {
    const socket = new WebSocket(url);
    this.socket = socket;
    socket.on('message', (data: Buffer) => this.take(data.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => void this.comeBack());
  }

  private take(text: string): void {
    if (text === '') return;
    const { activities = [], watermark } = JSON.parse(text) as Frame;
    this.received.push(...activities.filter(({ type }) => type !== 'typing'));
    if (watermark !== undefined) this.watermarks.push(Number(watermark));
  }

  private async comeBack(): Promise<void> {
    while (!this.isOver) {
      const { token, conversationId } = this.session;
      const path = `/v3/directline/conversations/${conversationId}?watermark=${this.watermarks.at(-1) ?? 0}`;
      const answer = await this.api.call<StartedSession>('GET', path, { token }).catch(() => undefined);
      if (answer?.status === 200) {
        this.reopened += 1;
        this.watch(answer.body.streamUrl);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
