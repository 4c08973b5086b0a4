import { DateTime, Duration } from 'luxon';

/** A period of the calendar in the form of ISO 8601: years, months or days, such as `P2Y`, `P3M` and `P90D`. */
export type Period = string;

export const PERIOD = /^P[1-9]\d{0,2}[YMD]$/;

/**
 * When something has to be gone: so long after it began, at the same time of day in Europe/London. Where the last month
 * has no such day, its last day counts: what began on 29 February is kept until 28 February, so that nothing is kept for
 * longer than promised.
 */
export function keptUntil(from: Date, period: Period): Date {
  return DateTime.fromJSDate(from, { zone: 'Europe/London' }).plus(Duration.fromISO(period)).toJSDate();
}

/**
 * Whatever is to be gone by now began by this moment. Not all that began by then has to be gone: month ends and summer time
 * may put it off, for which three days are added. `keptUntil` tells exactly.
 */
export function latestBegin(now: Date, period: Period): Date {
  return DateTime.fromJSDate(now, { zone: 'Europe/London' })
    .minus(Duration.fromISO(period))
    .plus({ days: 3 })
    .toJSDate();
}

const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const UNITS: Readonly<Record<string, string>> = { Y: 'year', M: 'month', D: 'day' };

/** As people write it: `P2Y` is "2 years" and "two years". */
export function periodInWords(period: Period): readonly string[] {
  const count = Number(period.slice(1, -1));
  const unit = `${UNITS[period.slice(-1)] ?? ''}${count === 1 ? '' : 's'}`;
  return [String(count), ...(NUMBERS[count] === undefined ? [] : [NUMBERS[count]])].map(
    (number) => `${number} ${unit}`,
  );
}
