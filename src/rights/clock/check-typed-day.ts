import { isDay, type Day } from './calendar-day';

export type DayProblem = 'not_a_day' | 'in_the_future' | 'before_receipt';

/** What is wrong with the day on which staff say that something happened on a case. */
export function checkTypedDay(day: string, receivedOn: Day, today: Day): DayProblem | undefined {
  if (!isDay(day)) return 'not_a_day';
  if (day > today) return 'in_the_future';
  return day < receivedOn ? 'before_receipt' : undefined;
}
