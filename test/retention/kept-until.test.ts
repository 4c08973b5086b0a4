import fc from 'fast-check';

import { keptUntil, latestBegin, periodInWords } from '../../src/retention/kept-until';
import { endOfDay, londonDay } from '../../src/shared/london-day';

const expiryOf = (from: Date): Date => keptUntil(from, 'P2Y');

describe('a period of two years', () => {
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

describe('a period of months or days', () => {
  it.each([
    ['P3M', '2026-11-30T10:00:00Z', '2027-02-28T10:00:00.000Z'],
    ['P3M', '2026-01-31T00:30:00Z', '2026-04-29T23:30:00.000Z'],
    ['P6M', '2026-08-31T09:00:00Z', '2027-02-28T10:00:00.000Z'],
    ['P90D', '2026-01-01T12:00:00Z', '2026-04-01T11:00:00.000Z'],
    ['P6Y', '2024-02-29T12:00:00Z', '2030-02-28T12:00:00.000Z'],
    // There is no 01:30 on the night when the clocks go forward: it is 02:30 in summer time.
    ['P1Y', '2026-03-28T01:30:00Z', '2027-03-28T01:30:00.000Z'],
  ])('%s after %s is over at %s', (period, from, until) => {
    expect(keptUntil(new Date(from), period).toISOString()).toBe(until);
  });

  it('is said as people write it', () => {
    expect(['P2Y', 'P1Y', 'P6M', 'P90D'].map((period) => periodInWords(period).join(' or '))).toEqual([
      '2 years or two years',
      '1 year or one year',
      '6 months or six months',
      '90 days',
    ]);
  });
});

describe('what is looked for', () => {
  const dates = fc.date({ min: new Date('2023-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
  const periods = fc.constantFrom('P2Y', 'P6Y', 'P3Y', 'P3M', 'P1Y', 'P90D', 'P1D');

  it('has everything in it whose time is over', () => {
    fc.assert(
      fc.property(dates, periods, fc.integer({ min: 0, max: 10_000_000_000 }), (from, period, later) => {
        const now = new Date(keptUntil(from, period).getTime() + later);
        expect(latestBegin(now, period).getTime()).toBeGreaterThanOrEqual(from.getTime());
      }),
      { seed: 7, numRuns: 2000 },
    );
  });
});

describe('the end of a day', () => {
  it.each([
    ['2026-01-31', '2026-02-01T00:00:00.000Z'],
    ['2026-06-30', '2026-06-30T23:00:00.000Z'],
    ['2026-03-28', '2026-03-29T00:00:00.000Z'],
    ['2026-03-29', '2026-03-29T23:00:00.000Z'],
    ['2026-10-24', '2026-10-24T23:00:00.000Z'],
    ['2026-10-25', '2026-10-26T00:00:00.000Z'],
    ['2028-02-29', '2028-03-01T00:00:00.000Z'],
  ])('%s is midnight in London: %s', (day, moment) => {
    expect(endOfDay(day).toISOString()).toBe(moment);
  });
});
