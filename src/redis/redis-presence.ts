import type { Result } from 'ioredis';

import { LocalPresence } from '../directline/local-presence';
import { MOST_STREAMS, type Presence } from '../directline/presence';
import type { RedisConnection } from './redis-connection';

const CHANNEL = 'privacy-desk:too-many-streams';
const PREFIX = 'privacy-desk:streams:';

/** Milliseconds between two signs that a stream is still open. */
const SIGN_EVERY = 20_000;
/** Milliseconds without a sign after which a stream does not count: its process has died. */
const FORGOTTEN_AFTER = 60_000;

/**
 * Notes a stream as open at this moment, and takes out those that nobody has heard of and those that are too many.
 *
 * Key: the streams of the conversation, each called by when it was opened and its id. Arguments: the stream, milliseconds
 * after which it is forgotten, how many there may be.
 */
const ENTER = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[2])
redis.call('ZADD', KEYS[1], now, ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
local all = redis.call('ZRANGE', KEYS[1], 0, -1)
table.sort(all)
local closed = {}
for place = 1, #all - ARGV[3] do
  redis.call('ZREM', KEYS[1], all[place])
  table.insert(closed, all[place])
end
return closed`;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    enterStream(streams: string, stream: string, forgottenAfter: number, most: number): Result<string[], Context>;
  }
}

/**
 * Streams of all processes. Those of this one count without Redis, too: while it is away somebody may have as many in each
 * process as they may have altogether.
 */
export class RedisPresence implements Presence {
  private readonly local = new LocalPresence();
  /** Streams of this process by id. */
  private readonly open = new Map<string, { readonly conversationId: string; readonly name: string }>();
  private readonly timer: NodeJS.Timeout;
  private close: (conversationId: string, streamId: string) => void = () => undefined;

  private constructor(
    private readonly redis: RedisConnection,
    signEveryMs: number,
  ) {
    redis.commands.defineCommand('enterStream', { numberOfKeys: 1, lua: ENTER });
    this.timer = setInterval(() => this.giveSigns(), signEveryMs).unref();
  }

  static async open(redis: RedisConnection, signEveryMs = SIGN_EVERY): Promise<RedisPresence> {
    const presence = new RedisPresence(redis, signEveryMs);
    await redis.subscribe(CHANNEL, (stream) => presence.hear(stream));
    return presence;
  }

  enter(conversationId: string, streamId: string): void {
    this.local.enter(conversationId, streamId);
    // By this name the oldest sorts first; clocks of several machines differ by less than people notice.
    const name = `${String(Date.now()).padStart(15, '0')} ${streamId}`;
    this.open.set(streamId, { conversationId, name });
    this.note(conversationId, name);
  }

  leave(conversationId: string, streamId: string): void {
    this.local.leave(conversationId, streamId);
    const opened = this.open.get(streamId);
    this.open.delete(streamId);
    // Where this fails it is forgotten after a while.
    if (opened) this.redis.commands.zrem(PREFIX + conversationId, opened.name).catch(() => undefined);
  }

  onTooMany(close: (conversationId: string, streamId: string) => void): void {
    this.close = close;
    this.local.onTooMany(close);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private giveSigns(): void {
    for (const { conversationId, name } of this.open.values()) this.note(conversationId, name);
  }

  private note(conversationId: string, name: string): void {
    this.redis.commands.enterStream(PREFIX + conversationId, name, FORGOTTEN_AFTER, MOST_STREAMS).then(
      (tooMany) => tooMany.forEach((stream) => this.redis.publish(CHANNEL, stream)),
      () => undefined,
    );
  }

  private hear(stream: string): void {
    const streamId = stream.slice(stream.indexOf(' ') + 1);
    const opened = this.open.get(streamId);
    if (opened) this.close(opened.conversationId, streamId);
  }
}
