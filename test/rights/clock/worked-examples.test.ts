import { dueOf, notice, question, received, runningOf } from './real-rules';

/**
 * Received; one month later, and what is due then; three months later, and what is due then; complaint acknowledged as the
 * regulator counts.
 */
const EXAMPLES = [
  ['2024-11-25', '2024-12-25', '2024-12-27', '2025-02-25', '2025-02-25', '2024-12-27'],
  ['2026-11-23', '2026-12-23', '2026-12-23', '2027-02-23', '2027-02-23', '2026-12-23'],
  ['2026-11-25', '2026-12-25', '2026-12-29', '2027-02-25', '2027-02-25', '2026-12-29'],
  ['2026-11-28', '2026-12-28', '2026-12-29', '2027-02-28', '2027-03-01', '2026-12-29'],
  ['2026-11-30', '2026-12-30', '2026-12-30', '2027-02-28', '2027-03-01', '2026-12-30'],
  ['2026-12-25', '2027-01-25', '2027-01-25', '2027-03-25', '2027-03-25', '2027-01-25'],
  ['2026-12-31', '2027-01-31', '2027-02-01', '2027-03-31', '2027-03-31', '2027-02-01'],
  ['2027-01-01', '2027-02-01', '2027-02-01', '2027-04-01', '2027-04-01', '2027-02-01'],
  ['2027-01-29', '2027-02-28', '2027-03-01', '2027-04-29', '2027-04-29', '2027-03-01'],
  ['2027-01-30', '2027-02-28', '2027-03-01', '2027-04-30', '2027-04-30', '2027-03-01'],
  ['2027-01-31', '2027-02-28', '2027-03-01', '2027-04-30', '2027-04-30', '2027-03-02'],
  ['2028-01-31', '2028-02-29', '2028-02-29', '2028-04-30', '2028-05-02', '2028-03-01'],
  ['2027-02-26', '2027-03-26', '2027-03-30', '2027-05-26', '2027-05-26', '2027-03-30'],
  ['2027-02-28', '2027-03-28', '2027-03-30', '2027-05-28', '2027-05-28', '2027-03-30'],
  ['2027-03-31', '2027-04-30', '2027-04-30', '2027-06-30', '2027-06-30', '2027-04-30'],
] as const;

describe('the worked examples of the law', () => {
  it.each(EXAMPLES)('received %s: %s, so due %s; extended %s, so %s; acknowledged by %s', (...example) => {
    const [day, month, due, threeMonths, extendedDue, acknowledged] = example;

    const dates = runningOf(received(day, { extension: notice(day) }));
    const complaint = dueOf(received(day, { matter: 'complaint' }));

    const monthsAdded = dates.steps.flatMap((step) => (step.what === 'months_added' ? [step.on] : []));
    expect(monthsAdded).toEqual([month, threeMonths]);
    expect(dates.extension).toEqual({ state: 'sent', noticeBy: due, due: extendedDue });
    expect(dates.due).toBe(extendedDue);
    expect(runningOf(received(day))).toMatchObject({ due, safeDue: due, extension: { due: extendedDue } });
    expect(complaint).toMatchObject({ counts: { regulator: acknowledged } });
  });

  it.each([
    ['1 January, a holiday, counts', '2024-01-01', '2024-02-01'],
    ['25 November 2024', '2024-11-25', '2024-12-27'],
    ['31 January, to the end of a February', '2025-01-31', '2025-02-28'],
    ['31 January, to 29 February', '2028-01-31', '2028-02-29'],
    ['31 January, to a February that ends on a Saturday', '2026-01-31', '2026-03-02'],
    ['3 September', '2024-09-03', '2024-10-03'],
  ])('are those of the ICO: %s', (_example, day, due) => {
    expect(runningOf(received(day)).due).toBe(due);
  });

  it('leave out the eleven days from a question to its answer', () => {
    const dates = runningOf(received('2026-11-23', { clarifications: [question('2026-11-27', '2026-12-07')] }));

    expect(dates).toMatchObject({ safeDue: '2026-12-23', due: '2027-01-04', start: '2026-11-23' });
    expect(dates.steps).toContainEqual({
      what: 'days_left_out',
      from: '2026-11-27',
      to: '2026-12-07',
      days: 11,
      on: '2027-01-03',
    });
  });

  it('add days that are left out to the unmoved date, so that Christmas is not given twice', () => {
    const dates = runningOf(received('2026-11-26', { clarifications: [question('2026-12-01', '2026-12-03')] }));

    expect(dates.due).toBe('2026-12-29');
  });

  it('count an extension from the start: 31 January leads to 30 April, not to 28 April', () => {
    expect(runningOf(received('2027-01-31')).extension.due).toBe('2027-04-30');
  });

  it('are explained step by step', () => {
    const asked = question('2026-11-05', '2026-11-11');

    const dates = runningOf(received('2026-11-02', { clarifications: [asked] }));

    expect(dates.steps).toEqual([
      { what: 'received', on: '2026-11-02', correctedByStaff: false },
      { what: 'months_added', months: 1, from: '2026-11-02', on: '2026-12-02' },
      { what: 'days_left_out', from: '2026-11-05', to: '2026-11-11', days: 7, on: '2026-12-09' },
      { what: 'is_working_day', on: '2026-12-09' },
    ]);
    expect(dates).toMatchObject({
      receivedOn: '2026-11-02',
      target: '2026-11-30',
      safeDue: '2026-12-02',
      due: '2026-12-09',
      extension: { state: 'possible', noticeBy: '2026-12-09', due: '2027-02-09' },
      warnings: [],
    });
  });

  it('name every day that was passed over', () => {
    expect(runningOf(received('2026-11-25')).steps.at(-1)).toEqual({
      what: 'moved_on',
      from: '2026-12-25',
      passedOver: [
        { day: '2026-12-25', holiday: 'Christmas Day' },
        { day: '2026-12-26' },
        { day: '2026-12-27' },
        { day: '2026-12-28', holiday: 'Boxing Day (substitute day)' },
      ],
      on: '2026-12-29',
    });
  });

  it('aim at 28 days, and at the working day before where that is none', () => {
    expect(runningOf(received('2026-11-23')).target).toBe('2026-12-21');
    expect(runningOf(received('2026-11-28')).target).toBe('2026-12-24');
    expect(runningOf(received('2027-02-01')).target).toBe('2027-03-01');
  });
});
