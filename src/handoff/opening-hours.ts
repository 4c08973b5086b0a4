import { DateTime } from 'luxon';

/** When people take chats over, in London. */
export interface OpeningHours {
  /** By day of the week, 1 for Monday to 7 for Sunday; a day that is missing is closed. */
  readonly days: ReadonlyMap<number, Span>;
  readonly isClosedOnHolidays: boolean;
}

/** Times of day, HH:MM. The end is not part of it. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

export interface Opening {
  readonly isOpen: boolean;
  /** While it is open: when it closes. Otherwise: when it opens next; undefined if that is more than a month away. */
  readonly until: Date | undefined;
}

const ZONE = 'Europe/London';
/** Days after which nobody looks for the next opening. */
const FARTHEST = 31;

/** Whether chats are taken at a moment. @param holidays days in London, YYYY-MM-DD */
export function openingAt(moment: Date, hours: OpeningHours, holidays: ReadonlySet<string>): Opening {
  const now = DateTime.fromJSDate(moment, { zone: ZONE });
  for (let days = 0; days <= FARTHEST; days++) {
    const day = now.startOf('day').plus({ days });
    const span = spanOf(day, hours, holidays);
    if (!span) continue;
    const from = atTime(day, span.from);
    const to = atTime(day, span.to);
    if (now < from) return { isOpen: false, until: from.toJSDate() };
    if (now < to) return { isOpen: true, until: to.toJSDate() };
  }
  return { isOpen: false, until: undefined };
}

function spanOf(day: DateTime, hours: OpeningHours, holidays: ReadonlySet<string>): Span | undefined {
  if (hours.isClosedOnHolidays && holidays.has(day.toFormat('yyyy-MM-dd'))) return undefined;
  return hours.days.get(day.weekday);
}

function atTime(day: DateTime, time: string): DateTime {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return day.set({ hour, minute });
}
