import fc from 'fast-check';

import { londonDay } from '../../src/shared/london-day';
import { expiryOf } from '../../src/transcript/retention-period';

describe('the retention period of a chat', () => {
  it.each([
    ['an ordinary day', '2026-11-25T10:31:00Z', '2028-11-25T10:31:00.000Z'],
    ['a leap day, to the day before', '2028-02-29T10:00:00Z', '2030-02-28T10:00:00.000Z'],
    ['the day before a leap day', '2026-02-28T10:00:00Z', '2028-02-28T10:00:00.000Z'],
    ['the turn of a year', '2026-12-31T23:59:59Z', '2028-12-31T23:59:59.000Z'],
    [
      'summer time to winter time, at the same time of day in London',
      '2026-10-24T23:30:00Z',
      '2028-10-24T23:30:00.000Z',
    ],
    ['a day that is summer time then and winter time later', '2027-10-30T22:30:00Z', '2029-10-30T23:30:00.000Z'],
  ])('is two calendar years for %s', (_case, last, expiry) => {
    expect(expiryOf(new Date(last)).toISOString()).toBe(expiry);
  });

  it('is never longer than two years, and never shorter by more than a day', () => {
    const dates = fc.date({ min: new Date('2023-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (last) => {
        const days = (expiryOf(last).getTime() - last.getTime()) / 86_400_000;
        expect(days).toBeGreaterThan(729);
        expect(days).toBeLessThan(731.1);
      }),
      { seed: 7 },
    );
  });

  it('moves forward with a later message', () => {
    const dates = fc.date({ min: new Date('2023-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 1_000_000_000 }), (last, later) => {
        const next = new Date(last.getTime() + later);
        expect(expiryOf(next).getTime()).toBeGreaterThanOrEqual(expiryOf(last).getTime());
      }),
      { seed: 7 },
    );
  });

  it('tells people the day in London', () => {
    expect(londonDay(new Date('2028-06-30T23:30:00Z'))).toBe('2028-07-01');
    expect(londonDay(new Date('2028-12-31T23:30:00Z'))).toBe('2028-12-31');
  });
});
