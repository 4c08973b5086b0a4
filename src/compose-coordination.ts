import type { ActivityBus } from './directline/activity-bus';
import { LocalActivityBus } from './directline/local-activity-bus';
import { LocalPresence } from './directline/local-presence';
import type { Presence } from './directline/presence';
import { RedisActivityBus } from './redis/redis-activity-bus';
import { RedisConnection } from './redis/redis-connection';
import { LEASE_TIMES, RedisLeases } from './redis/redis-leases';
import { RedisPresence } from './redis/redis-presence';
import { createRedisRateLimiters } from './redis/redis-rate-limiter';
import { RedisTurns } from './redis/redis-turns';
import type { Logger } from './shared/logger';
import { createMemoryRateLimiter } from './shared/memory-rate-limiter';
import type { MakeRateLimiter } from './shared/rate-limiter';
import { TurnQueue } from './shared/turn-queue';
import type { Turns } from './shared/turns';

/** By what the processes of the service keep out of each other's way. */
export interface Coordination {
  readonly turns: Turns;
  readonly bus: ActivityBus;
  readonly presence: Presence;
  readonly makeLimiter: MakeRateLimiter;
  /** Whether Redis answers; undefined where there is none. */
  redis(): 'up' | 'away' | undefined;
  close(): void;
}

/** Turns of one conversation that may wait in one process. */
const QUEUE = { length: 50 };

/** For a service of one process. */
export function inOneProcess(): Coordination {
  return {
    turns: new TurnQueue(QUEUE),
    bus: new LocalActivityBus(),
    presence: new LocalPresence(),
    makeLimiter: createMemoryRateLimiter,
    redis: () => undefined,
    close: () => undefined,
  };
}

/**
 * For several processes, through Redis.
 *
 * @param key a secret of this installation
 * @throws AppError `coordination_unavailable` when Redis cannot be reached
 */
export async function amongProcesses(redisUrl: string, key: string, logger: Logger): Promise<Coordination> {
  const redis = await RedisConnection.open(redisUrl, logger);
  const leases = new RedisLeases(redis, LEASE_TIMES);
  const bus = await RedisActivityBus.open(redis);
  const presence = await RedisPresence.open(redis);
  return {
    turns: new RedisTurns(new TurnQueue(QUEUE), leases),
    bus,
    presence,
    makeLimiter: createRedisRateLimiters(redis, key),
    redis: () => (redis.isUp ? 'up' : 'away'),
    close: () => {
      [leases, bus, presence].forEach((part) => part.stop());
      redis.close();
    },
  };
}
