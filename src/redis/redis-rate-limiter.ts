import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';

import { keyedHash } from '../shared/keyed-hash';
import { limiterOver } from '../shared/memory-rate-limiter';
import type { MakeRateLimiter, RateLimiter } from '../shared/rate-limiter';
import type { RedisConnection } from './redis-connection';

/**
 * Makes limiters that count in Redis for all processes, and in each process by itself while Redis is away.
 *
 * @param key makes hashes of who it is, so that nothing in Redis is an address
 */
export function createRedisRateLimiters({ commands }: RedisConnection, key: string): MakeRateLimiter {
  return ({ name, points, seconds }): RateLimiter => {
    const options = { points, duration: seconds, keyPrefix: `privacy-desk:limit:${name}` };
    const limiter = limiterOver(
      new RateLimiterRedis({
        ...options,
        storeClient: commands,
        rejectIfRedisNotReady: true,
        insuranceLimiter: new RateLimiterMemory(options),
      }),
    );
    return { take: (who) => limiter.take(keyedHash(key, 'rate limit', name, who)) };
  };
}
