import type { Day } from './calendar-day';

/** The bank holidays of England and Wales in the years that somebody has looked up. */
export interface BankHolidays {
  /** When the table was last held against its source. It is the table's version: kept with every date made from it. */
  readonly checkedOn: Day;
  /** Of the first year that was looked up. */
  readonly firstDay: Day;
  /** Of the last year that was looked up. */
  readonly lastDay: Day;
  /** What each holiday is called. */
  readonly names: ReadonlyMap<Day, string>;
}
