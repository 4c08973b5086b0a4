import { RateLimiterMemory, type RateLimiterAbstract, type RateLimiterRes } from 'rate-limiter-flexible';

import type { RateLimit, RateLimiter } from './rate-limiter';

/** Counts in the memory of this process. */
export function createMemoryRateLimiter({ points, seconds }: RateLimit): RateLimiter {
  return limiterOver(new RateLimiterMemory({ points, duration: seconds }));
}

/** The port over a limiter of the library, which rejects with how long to wait. */
export function limiterOver(limiter: RateLimiterAbstract): RateLimiter {
  return {
    take: (who) =>
      limiter.consume(who).then(
        () => 'taken',
        (refusal: unknown) => {
          if (refusal instanceof Error) throw refusal;
          return { waitMs: (refusal as RateLimiterRes).msBeforeNext };
        },
      ),
  };
}
