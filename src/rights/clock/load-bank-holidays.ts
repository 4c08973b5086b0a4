import { z } from 'zod';

import type { Loaded } from '../../shared/content-problem';
import { readYaml } from '../../shared/read-yaml';
import type { BankHolidays } from './bank-holidays';
import { isDay, isWeekend } from './calendar-day';

/** In a year without holidays proclaimed for once. Fewer means that one was forgotten. */
const HOLIDAYS_A_YEAR = 8;

const NO_DAY = 'write a day that there is, like "2026-12-25"';

const day = z.string().refine(isDay, NO_DAY);
const year = z.int().min(2000, 'write a year, like 2028').max(2100, 'write a year, like 2028');

const schema = z
  .strictObject({
    'checked-on': day,
    source: z.string().min(1, 'say where these days were looked up'),
    'first-year': year,
    'last-year': year,
    holidays: z.record(z.string(), z.string().min(1, 'write what the holiday is called')),
  })
  .superRefine((table, context) => {
    const report = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    const [first, last] = [table['first-year'], table['last-year']];
    const days = Object.keys(table.holidays);
    if (last < first) report(['last-year'], 'comes before the first year');
    for (const one of days) {
      const wrong = whatIsWrongWith(one, first, last);
      if (wrong !== undefined) report(['holidays', one], wrong);
    }
    for (let one = first; one <= last; one++) {
      if (days.filter((holiday) => yearOf(holiday) === one).length < HOLIDAYS_A_YEAR) {
        report(['holidays'], `${one} has fewer than ${HOLIDAYS_A_YEAR} bank holidays: one is missing`);
      }
    }
  });

/** Reads the bank holidays of England and Wales from the content folder. */
export function loadBankHolidays(contentDir: string): Loaded<BankHolidays | undefined> {
  const { value, problems } = readYaml(contentDir, 'bank-holidays.yaml', schema);
  if (!value) return { value: undefined, problems };
  const holidays: BankHolidays = {
    checkedOn: value['checked-on'],
    firstDay: `${value['first-year']}-01-01`,
    lastDay: `${value['last-year']}-12-31`,
    names: new Map(Object.entries(value.holidays)),
  };
  return { value: holidays, problems };
}

function whatIsWrongWith(holiday: string, firstYear: number, lastYear: number): string | undefined {
  if (!isDay(holiday)) return NO_DAY;
  if (yearOf(holiday) < firstYear || yearOf(holiday) > lastYear) return 'lies outside of the years of this table';
  return isWeekend(holiday) ? 'falls on a weekend: write the substitute day instead' : undefined;
}

const yearOf = (holiday: string): number => Number(holiday.slice(0, 4));
