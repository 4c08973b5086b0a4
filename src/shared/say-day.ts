import { DateTime } from 'luxon';

/** A calendar day as we tell it to people: "Thursday 24 December 2026". @param day YYYY-MM-DD */
export function sayDay(day: string): string {
  return DateTime.fromISO(day, { locale: 'en-GB' }).toFormat('cccc d MMMM yyyy');
}
