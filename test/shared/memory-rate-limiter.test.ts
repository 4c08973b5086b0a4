import { createMemoryRateLimiter } from '../../src/shared/memory-rate-limiter';
import { describeRateLimiter } from '../contracts/rate-limiter.contract';

describeRateLimiter(
  'in one process',
  () =>
    Promise.resolve({ here: createMemoryRateLimiter, there: createMemoryRateLimiter, close: () => Promise.resolve() }),
  ({ here }, limit) => {
    const limiter = here(limit);
    return [limiter, limiter];
  },
);
