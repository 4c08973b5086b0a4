import { Redis, type RedisOptions } from 'ioredis';

import { AppError } from '../shared/app-error';
import type { Logger } from '../shared/logger';

/** Milliseconds. What waits for Redis is a person's message: it is refused soon, and sent again. */
const COMMAND_LIMIT = 2000;
const CONNECT_LIMIT = 3000;
/** Milliseconds between two attempts to connect: the first soon, since a Redis that is started anew is away for a moment. */
const pauseBefore = (attempt: number): number => Math.min(50 * attempt, 1000);

const OPTIONS = {
  lazyConnect: true,
  connectTimeout: CONNECT_LIMIT,
  commandTimeout: COMMAND_LIMIT,
  retryStrategy: pauseBefore,
  // Nothing is kept for later: whoever asked is told, and what was meant for this moment is not done at another.
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  enableAutoPipelining: true,
  // A replica that was promoted, or a master that was demoted, shows as this; the address may lead to another one now.
  reconnectOnError: ({ message }: Error) => message.startsWith('READONLY'),
  // We do it ourselves, to know when news come in again.
  autoResubscribe: false,
} satisfies RedisOptions;

/** The way to Redis: one connection for commands, and one on which news come in. */
export class RedisConnection {
  private readonly downListeners: (() => void)[] = [];
  private readonly newsListeners = new Map<string, (news: string) => void>();
  private readonly backListeners: (() => void)[] = [];
  private isClosing = false;

  private constructor(
    /** For commands; they fail at once while Redis is away. */
    readonly commands: Redis,
    private readonly news: Redis,
    logger: Logger,
  ) {
    // Its errors name hosts, and commands with what was in them.
    commands.on('error', () => undefined);
    news.on('error', () => undefined);
    let isKnownUp = true;
    commands.on('ready', () => {
      if (!isKnownUp) logger.info('redis is back');
      isKnownUp = true;
    });
    // Also after each attempt to connect that failed.
    commands.on('close', () => {
      if (isKnownUp && !this.isClosing) logger.warn('redis is away');
      isKnownUp = false;
      for (const listener of this.downListeners) listener();
    });
    news.on('ready', () => void this.listen());
    news.on('message', (channel: string, text: string) => this.newsListeners.get(channel)?.(text));
  }

  /**
   * @param url as REDIS_URL has it
   * @throws AppError `coordination_unavailable`, which tells nothing of the URL
   */
  static async open(url: string, logger: Logger): Promise<RedisConnection> {
    const connection = new RedisConnection(new Redis(url, OPTIONS), new Redis(url, OPTIONS), logger);
    try {
      await Promise.all([connection.commands.connect(), connection.news.connect()]);
      await connection.commands.ping();
      return connection;
    } catch {
      connection.close();
      throw new AppError('coordination_unavailable', 'the Redis of REDIS_URL cannot be reached, or does not let us in');
    }
  }

  get isUp(): boolean {
    return this.commands.status === 'ready';
  }

  /** @param listener called when the connection is lost, whatever comes after */
  onDown(listener: () => void): void {
    this.downListeners.push(listener);
  }

  /** @param listener called when news come in again; some may have been missed */
  onBack(listener: () => void): void {
    this.backListeners.push(listener);
  }

  /** Tells all processes, this one included. Whom it does not reach has to find out in another way. */
  publish(channel: string, news: string): void {
    this.commands.publish(channel, news).catch(() => undefined);
  }

  /** One listener a channel. */
  async subscribe(channel: string, listener: (news: string) => void): Promise<void> {
    this.newsListeners.set(channel, listener);
    await this.listen();
  }

  close(): void {
    this.isClosing = true;
    this.commands.disconnect();
    this.news.disconnect();
  }

  private async listen(): Promise<void> {
    const channels = [...this.newsListeners.keys()];
    if (channels.length === 0) return;
    try {
      await this.news.subscribe(...channels);
    } catch {
      // A connection on which no news come is of no use; we listen on the next one.
      if (!this.isClosing) this.news.disconnect(true);
      return;
    }
    for (const listener of this.backListeners) listener();
  }
}
