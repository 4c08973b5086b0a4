import type { BankHolidays } from './bank-holidays';
import { addDays, earlierOf, isWeekend, laterOf, type Day } from './calendar-day';

/** A working day that was looked for, and what was passed over on the way. */
export interface WorkingDay {
  /** The day from which it was looked for. */
  readonly from: Day;
  readonly day: Day;
  /** In the order in which they were passed over. */
  readonly passedOver: readonly DayOff[];
  /** False when nobody has looked up the holidays of one of these days: only weekends were passed over then. */
  readonly holidaysKnown: boolean;
}

export interface DayOff {
  readonly day: Day;
  /** Missing for a Saturday or Sunday. */
  readonly holiday?: string;
}

/** This day, or the next one on which offices of England and Wales work. */
export const workingDayFrom = (day: Day, holidays: BankHolidays): WorkingDay => look(day, 1, holidays);

/** This day, or the last one before it on which offices of England and Wales work. */
export const workingDayUpTo = (day: Day, holidays: BankHolidays): WorkingDay => look(day, -1, holidays);

/** So many working days after a day, which itself is not counted: one after a Friday or Saturday is Monday. */
export function addWorkingDays(day: Day, count: number, holidays: BankHolidays): WorkingDay {
  const passedOver: DayOff[] = [];
  let last = day;
  for (let counted = 0; counted < count; counted++) {
    const next = workingDayFrom(addDays(last, 1), holidays);
    passedOver.push(...next.passedOver);
    last = next.day;
  }
  return { from: day, day: last, passedOver, holidaysKnown: areKnown(day, last, holidays) };
}

function look(from: Day, step: 1 | -1, holidays: BankHolidays): WorkingDay {
  const passedOver: DayOff[] = [];
  let day = from;
  for (let off = dayOff(day, holidays); off; off = dayOff(day, holidays)) {
    passedOver.push(off);
    day = addDays(day, step);
  }
  return { from, day, passedOver, holidaysKnown: areKnown(earlierOf(from, day), laterOf(from, day), holidays) };
}

function dayOff(day: Day, { names }: BankHolidays): DayOff | undefined {
  if (isWeekend(day)) return { day };
  const holiday = names.get(day);
  return holiday === undefined ? undefined : { day, holiday };
}

const areKnown = (from: Day, to: Day, { firstDay, lastDay }: BankHolidays): boolean =>
  from >= firstDay && to <= lastDay;
