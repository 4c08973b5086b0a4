import type { MakeRateLimiter, RateLimiter } from '../../src/shared/rate-limiter';

/** What makes limiters in two processes; of one process it is the same twice. */
export interface OpenLimiters {
  readonly here: MakeRateLimiter;
  readonly there: MakeRateLimiter;
  close(): Promise<void>;
}

/** What holds of limits, in whichever process something is done. */
export function describeRateLimiter(
  name: string,
  open: () => Promise<OpenLimiters>,
  pair: (limiters: OpenLimiters, limit: Parameters<MakeRateLimiter>[0]) => readonly [RateLimiter, RateLimiter],
): void {
  describe(`limits ${name}`, () => {
    let opened: OpenLimiters;
    let count = 0;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());

    const limiters = (points: number) => pair(opened, { name: `limit-${++count}`, points, seconds: 60 });

    it('count what somebody does, and tell how long to wait when it is too often', async () => {
      const [here, there] = limiters(3);

      expect([await here.take('ann'), await there.take('ann'), await here.take('ann')]).toEqual([
        'taken',
        'taken',
        'taken',
      ]);
      const refused = await there.take('ann');

      expect(refused).toEqual({ waitMs: expect.any(Number) as number });
      const { waitMs } = refused as { waitMs: number };
      expect(waitMs).toBeGreaterThan(0);
      expect(waitMs).toBeLessThanOrEqual(60_000);
    });

    it('of one person are not those of another, and of one name not those of another', async () => {
      const [here] = limiters(1);
      const [other] = limiters(1);
      await here.take('ann');

      expect([await here.take('bob'), await other.take('ann')]).toEqual(['taken', 'taken']);
    });

    it('count what is done at the same time', async () => {
      const both = limiters(10);

      const outcomes = await Promise.all(
        Array.from({ length: 30 }, (_, index) => both[index % 2 === 0 ? 0 : 1].take('ann')),
      );

      expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(10);
    });
  });
}
