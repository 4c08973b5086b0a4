/** A day as people say it: "24 November 2028". @param day YYYY-MM-DD */
export function sayDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** "10:31", in the time of the device. */
export function sayTime(at: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', hour12: false }).format(at);
}

/** "Tuesday 24 November 2026, 10:59" */
export function sayMoment(at: Date, locale: string): string {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full' });
  return `${day.format(at).replace(/,/g, '')}, ${sayTime(at, locale)}`;
}

/** Whether both are on the same day, where the device is. */
export function isSameDay(one: Date, other: Date): boolean {
  return one.toDateString() === other.toDateString();
}
