import { DateTime } from 'luxon';

/** The calendar day in London of a moment, as YYYY-MM-DD: what people are told, and when a notice comes into force. */
export function londonDay(moment: Date): string {
  return DateTime.fromJSDate(moment, { zone: 'Europe/London' }).toFormat('yyyy-MM-dd');
}
