import { DateTime } from 'luxon';

/** The calendar day in London of a moment, as YYYY-MM-DD: what people are told, and when a notice comes into force. */
export function londonDay(moment: Date): string {
  return DateTime.fromJSDate(moment, { zone: 'Europe/London' }).toFormat('yyyy-MM-dd');
}

/** The first moment after a calendar day (YYYY-MM-DD) in London. */
export function endOfDay(day: string): Date {
  return DateTime.fromISO(day, { zone: 'Europe/London' }).plus({ days: 1 }).startOf('day').toJSDate();
}
