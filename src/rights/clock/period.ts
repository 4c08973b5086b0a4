import { addDays, addMonths, daysFromTo, type Day } from './calendar-day';
import { mergePauses, type Pause } from './pauses';

/** A time of whole months and what is left out of it, before its end moves on to a working day. */
export interface Period {
  readonly start: Day;
  readonly months: number;
  /** The same date so many months later, with nothing left out. */
  readonly unpaused: Day;
  readonly leftOut: readonly LeftOut[];
  /** Set while a question is unanswered. */
  readonly openSince?: Day;
  /** The last day; while a question is unanswered, the earliest that it can be. */
  readonly end: Day;
}

/** Days that were left out, first and last included. */
export interface LeftOut {
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
  /** The last day of the period after these days were left out. */
  readonly end: Day;
}

/**
 * Counts months from the start, and leaves out the days on which we waited to be told what the person means.
 *
 * Pauses are added to the unmoved date, so that a holiday in between is not given twice. A question that is asked when the
 * time is over gives none back.
 */
export function countPeriod(start: Day, months: number, pauses: readonly Pause[]): Period {
  const unpaused = addMonths(start, months);
  const leftOut: LeftOut[] = [];
  let end = unpaused;
  for (const { from, to, isOpen } of mergePauses(pauses, start)) {
    if (from > end) break;
    const days = daysFromTo(from, to);
    end = addDays(end, days);
    if (isOpen) return { start, months, unpaused, leftOut, openSince: from, end };
    leftOut.push({ from, to, days, end });
  }
  return { start, months, unpaused, leftOut, end };
}

/** Whether a period is over before this day. It never is while a question is unanswered. */
export function isOver({ openSince, end }: Period, day: Day): boolean {
  return openSince === undefined && end < day;
}
