import { DateTime } from 'luxon';

import { AppError } from '../../shared/app-error';

/** A calendar day in London as YYYY-MM-DD. Days sort and compare as these strings do. */
export type Day = string;

/** Whether somebody has typed a day that there is, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dateOf(text).isValid;
}

/** @throws AppError `not_a_day` */
export function requireDay(text: string): Day {
  return dayOf(read(text));
}

export function addDays(day: Day, days: number): Day {
  return dayOf(read(day).plus({ days }));
}

/** The same date so many months later; the last day of that month where it has no such date. */
export function addMonths(day: Day, months: number): Day {
  return dayOf(read(day).plus({ months }));
}

/** How many days there are from one day to another, both counted. */
export function daysFromTo(from: Day, to: Day): number {
  return read(to).diff(read(from), 'days').days + 1;
}

export function isWeekend(day: Day): boolean {
  return read(day).isWeekend;
}

export function laterOf(one: Day, other: Day): Day {
  return one > other ? one : other;
}

export function earlierOf(one: Day, other: Day): Day {
  return one < other ? one : other;
}

/** In UTC every day has 24 hours, so that summer time cannot move a count of days. */
const dateOf = (day: Day): DateTime => DateTime.fromISO(day, { zone: 'utc' });

const dayOf = (date: DateTime): Day => date.toFormat('yyyy-MM-dd');

/** @throws AppError `not_a_day`: a damaged date must never become a due date */
function read(day: Day): DateTime {
  const date = dateOf(day);
  if (!date.isValid) throw new AppError('not_a_day', `"${day}" is no calendar day`);
  return date;
}
