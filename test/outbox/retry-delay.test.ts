import fc from 'fast-check';

import { retryDelay } from '../../src/outbox/retry-delay';

const attempts = fc.integer({ min: 1, max: 2000 });
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the time to the next attempt', () => {
  it('is never less than 8 seconds, nor more than 72 minutes', () => {
    fc.assert(
      fc.property(attempts, chance, (count, random) => {
        const delay = retryDelay(count, random);
        expect(delay).toBeGreaterThanOrEqual(8000);
        expect(delay).toBeLessThanOrEqual(72 * 60_000);
      }),
    );
  });

  it('never shrinks with the attempts', () => {
    fc.assert(
      fc.property(attempts, chance, (count, random) => {
        expect(retryDelay(count + 1, random)).toBeGreaterThanOrEqual(retryDelay(count, random));
      }),
    );
  });

  it('spreads what failed together over two fifths of it', () => {
    expect([0, 0.5, 1 - Number.EPSILON].map((random) => retryDelay(1, random))).toEqual([8000, 10_000, 12_000]);
  });
});
