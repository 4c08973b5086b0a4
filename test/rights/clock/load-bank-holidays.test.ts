import { readFileSync } from 'node:fs';
import Holidays from 'date-holidays';

import { addDays, isWeekend } from '../../../src/rights/clock/calendar-day';
import { loadBankHolidays } from '../../../src/rights/clock/load-bank-holidays';
import { describeProblem } from '../../../src/shared/content-problem';
import { ContentFolder } from '../../support/notices';
import { holidays } from './real-rules';

const shipped = readFileSync('content/bank-holidays.yaml', 'utf8');

describe('the bank holidays', () => {
  const folder = new ContentFolder();
  afterAll(() => folder.remove());

  const problemsOf = (text: string): readonly string[] => {
    folder.write('bank-holidays.yaml', text);
    return loadBankHolidays(folder.path).problems.map(describeProblem);
  };
  const lineOf = (key: string): number => shipped.split('\n').findIndex((line) => line.includes(key)) + 1;

  it('are sound as they are shipped, and reach to the end of 2028', () => {
    expect(loadBankHolidays('content').problems).toEqual([]);
    expect(holidays).toMatchObject({ firstDay: '2024-01-01', lastDay: '2028-12-31' });
  });

  /** A holiday that was proclaimed for once is in our table before it is in a release of the library: list it here. */
  const NOT_IN_THE_LIBRARY: readonly string[] = [];

  it('are those that a well-kept library of holidays knows for England, day by day', () => {
    const library = new Holidays('GB', 'ENG');
    const working = (date: string) => !isWeekend(date);
    const known = [2024, 2025, 2026, 2027, 2028]
      .flatMap((year) => library.getHolidays(year))
      .filter(({ type }) => type === 'public')
      .map(({ date }) => date.slice(0, 10))
      .filter(working);

    expect([...holidays.names.keys()].sort()).toEqual([...known, ...NOT_IN_THE_LIBRARY].sort());
  });

  it('may have one that was proclaimed for once', () => {
    expect(problemsOf(`${shipped}  2028-06-16: A jubilee\n`)).toEqual([]);
    expect(loadBankHolidays(folder.path).value?.names.get('2028-06-16')).toBe('A jubilee');
  });

  it('are substitute days where a holiday falls on a weekend', () => {
    expect(problemsOf(shipped.replace('2026-12-28: Boxing Day (substitute day)', '2026-12-26: Boxing Day'))).toEqual([
      `bank-holidays.yaml:${lineOf('2026-12-28')}  holidays.2026-12-26: falls on a weekend: write the substitute day instead  (shape)`,
    ]);
  });

  it('may lack none of the eight of a year, or a year be added without them', () => {
    expect(problemsOf(shipped.replace(/^.*2027-03-29.*\n/m, ''))).toEqual([
      expect.stringMatching(/holidays: 2027 has fewer than 8 bank holidays: one is missing {2}\(shape\)$/),
    ]);
    expect(problemsOf(shipped.replace('last-year: 2028', 'last-year: 2029'))).toEqual([
      expect.stringMatching(/holidays: 2029 has fewer than 8 bank holidays: one is missing {2}\(shape\)$/),
    ]);
  });

  it.each([
    ['a day that there is not', '  2027-02-29: Leap\n', /write a day that there is/],
    ['another way of writing a day', '  1 May 2028: Day\n', /write a day that there is/],
    ['a day outside of the years', '  2029-01-01: New Year\n', /lies outside of the years of this table/],
    ['the same day twice', '  2028-12-26: Boxing Day\n', /unique/i],
    ['no name', '  2028-06-16: ""\n', /write what the holiday is called/],
  ])('may not have %s', (_case, line, problem) => {
    expect(problemsOf(shipped + line)).toEqual([expect.stringMatching(problem)]);
  });

  it('name where and when they were looked up', () => {
    expect(problemsOf(shipped.replace(/^source: .*$/m, 'source: ""'))).toHaveLength(1);
    expect(problemsOf(shipped.replace(/^checked-on: .*$/m, 'checked-on: last week'))).toHaveLength(1);
    expect(problemsOf(shipped.replace(/^last-year: .*$/m, 'last-year: 2023'))).not.toEqual([]);
  });

  it('cover every Monday in May that people know', () => {
    const mays = [...holidays.names.keys()].filter((date) => date.slice(5, 7) === '05');
    expect(mays).toHaveLength(10);
    expect(mays.every((date) => isWeekend(addDays(date, -1)))).toBe(true);
  });
});
