import type { BankHolidays } from '../../../src/rights/clock/bank-holidays';
import { canExtend } from '../../../src/rights/clock/can-extend';
import { canPause } from '../../../src/rights/clock/can-pause';
import { correctReceivedDay } from '../../../src/rights/clock/correct-received-day';
import { dueOf, holidays, notice, question, received, replyOf, rules, runningOf } from './real-rules';

const withReceivedAt = (receivedAt: string) => ({ ...received('2027-01-01'), receivedAt });

describe('the edge cases of the clock', () => {
  it.each([
    ['2027-01-29', '2027-03-01'],
    ['2027-01-30', '2027-03-01'],
    ['2027-01-31', '2027-03-01'],
    ['2028-01-31', '2028-02-29'],
  ])('1: a month that has no such date ends with its last day: received %s, due %s', (day, due) => {
    expect(runningOf(received(day)).due).toBe(due);
  });

  it('2: a request that comes on a bank holiday counts from that day', () => {
    expect(runningOf(received('2027-01-01'))).toMatchObject({ start: '2027-01-01', due: '2027-02-01' });
  });

  it('3: what would be due on Good Friday is due on the Tuesday after Easter', () => {
    expect(runningOf(received('2027-02-26')).due).toBe('2027-03-30');
  });

  it('4: what would be due at Christmas 2026 is due after the substitute day', () => {
    expect(runningOf(received('2026-11-25')).due).toBe('2026-12-29');
  });

  it.each([
    ['2026-07-14T22:40:00Z', '2026-07-14'],
    ['2026-07-14T23:40:00Z', '2026-07-15'],
    ['2027-03-31T23:30:00Z', '2027-04-01'],
    ['2027-03-27T23:30:00Z', '2027-03-27'],
    ['2027-10-30T23:30:00Z', '2027-10-31'],
    ['2027-10-31T23:30:00Z', '2027-10-31'],
  ])('5: the day of %s is that of London, %s', (receivedAt, day) => {
    expect(dueOf(withReceivedAt(receivedAt)).receivedOn).toBe(day);
  });

  it('6: of a message before midnight and the request after it, the moment of the request gives the day', () => {
    expect(dueOf(withReceivedAt('2027-01-10T23:58:00Z')).receivedOn).toBe('2027-01-10');
    expect(dueOf(withReceivedAt('2027-01-11T00:01:00Z')).receivedOn).toBe('2027-01-11');
  });

  it('7: staff may set the earlier day of a first hint, with a reason, and the dates say so', () => {
    const recordedAt = new Date('2026-11-23T10:00:00Z');
    const now = new Date('2026-11-24T10:00:00Z');
    const reason = 'asked for it in the repairs chat two days before';

    expect(correctReceivedDay({ day: '2026-11-21', reason: ' ' }, recordedAt, now)).toEqual({
      accepted: false,
      because: 'no_reason',
    });
    expect(correctReceivedDay({ day: '2026-11-21', reason }, recordedAt, now)).toEqual({
      accepted: true,
      receivedOn: '2026-11-21',
    });
    const dates = runningOf(received('2026-11-23', { receivedOn: '2026-11-21' }));
    expect(dates.due).toBe('2026-12-21');
    expect(dates.steps[0]).toEqual({ what: 'received', on: '2026-11-21', correctedByStaff: true });
  });

  it.each([
    ['2026-11-16', { accepted: true, receivedOn: '2026-11-16' }],
    ['2026-11-23', { accepted: true, receivedOn: '2026-11-23' }],
    ['2026-11-24', { accepted: false, because: 'after_recording' }],
    ['2026-11-25', { accepted: false, because: 'in_the_future' }],
    ['2026-02-30', { accepted: false, because: 'not_a_day' }],
    ['16/11/2026', { accepted: false, because: 'not_a_day' }],
  ])('8: the day of a letter logged later may be typed, never after its logging or today: %s', (day, outcome) => {
    const recordedAt = new Date('2026-11-23T10:00:00Z');
    const now = new Date('2026-11-24T10:00:00Z');

    expect(correctReceivedDay({ day, reason: 'came by post' }, recordedAt, now)).toEqual(outcome);
  });

  it('9: a notice on the last day extends, one a day late does not and is flagged', () => {
    const inTime = runningOf(received('2027-01-31', { extension: notice('2027-03-01') }));
    const late = runningOf(received('2027-01-31', { extension: notice('2027-03-02') }));

    expect(inTime).toMatchObject({ due: '2027-04-30', extension: { state: 'sent', noticeBy: '2027-03-01' } });
    expect(inTime.warnings).toEqual([]);
    expect(late).toMatchObject({ due: '2027-03-01', safeDue: '2027-03-01', extension: { state: 'possible' } });
    expect(late.warnings).toEqual([
      { what: 'extension_without_effect', notice: notice('2027-03-02'), because: 'late' },
    ]);
    expect(canExtend(received('2027-01-31'), notice('2027-03-02'), '2027-03-02', rules, holidays)).toEqual({
      allowed: false,
      because: 'late',
    });
  });

  it.each([
    ['busy', 'We are very busy.', 'ground'],
    ['', 'The file is large.', 'ground'],
    ['complexity', ' \n', 'no_reasons'],
    ['number_of_requests', '', 'no_reasons'],
  ])('10: an extension on the ground "%s" with the reasons "%s" is blocked', (ground, reasons, because) => {
    const extension = { ...notice('2026-12-01'), ground, reasons };

    expect(canExtend(received('2026-11-23'), extension, '2026-12-01', rules, holidays)).toEqual({
      allowed: false,
      because,
    });
    expect(runningOf(received('2026-11-23', { extension })).due).toBe('2026-12-23');
  });

  it('11: proof of identity that is asked for on day 20, though the doubt is of day 1, leaves the safe date', () => {
    const proof = { proof: 'identity', needed: true, askedOn: '2026-11-22', receivedOn: '2026-11-30' } as const;

    const dates = runningOf(received('2026-11-02', { proofs: [proof] }));

    expect(dates).toMatchObject({ start: '2026-11-02', due: '2026-12-02', safeDue: '2026-12-02' });
    expect(dates.warnings).toEqual([{ what: 'proof_without_effect', proof, because: 'asked_late' }]);
  });

  it('11: proof that is asked for promptly moves the start to the day on which it comes', () => {
    const proof = { proof: 'identity', needed: true, askedOn: '2026-11-05', receivedOn: '2026-11-30' } as const;

    const dates = runningOf(received('2026-11-02', { proofs: [proof] }));

    expect(dates).toMatchObject({ start: '2026-11-30', due: '2026-12-30', safeDue: '2026-12-02', warnings: [] });
    expect(dates.steps[1]).toEqual({ what: 'proof_received', proof, on: '2026-11-30' });
  });

  it('11: three working days are prompt, and four are not', () => {
    const startWhenAsked = (askedOn: string) => {
      const proof = { proof: 'identity', needed: true, askedOn, receivedOn: '2026-11-30' } as const;
      return runningOf(received('2026-11-06', { proofs: [proof] })).start;
    };

    expect(startWhenAsked('2026-11-11')).toBe('2026-11-30');
    expect(startWhenAsked('2026-11-12')).toBe('2026-11-06');
  });

  it('11: a doubt that arises later counts from then', () => {
    const proof = { proof: 'identity', needed: true, askedOn: '2026-11-22', receivedOn: '2026-11-30' } as const;

    expect(runningOf(received('2026-11-02', { proofs: [{ ...proof, neededSince: '2026-11-18' }] })).start).toBe(
      '2026-11-30',
    );
    expect(runningOf(received('2026-11-02', { proofs: [{ ...proof, neededSince: '2026-11-16' }] })).start).toBe(
      '2026-11-02',
    );
  });

  it('12: proof of identity that was asked for and not needed shifts nothing', () => {
    const proof = { proof: 'identity', needed: false, askedOn: '2026-11-02', receivedOn: '2026-11-30' } as const;

    const dates = runningOf(received('2026-11-02', { proofs: [proof] }));

    expect(dates.due).toBe('2026-12-02');
    expect(dates.warnings).toEqual([{ what: 'proof_without_effect', proof, because: 'not_needed' }]);
  });

  it.each(['format', 'reasons'] as const)('13: a question about %s only is no pause', (about) => {
    const asked = { about, askedOn: '2026-11-05', answeredOn: '2026-11-11' };

    const dates = runningOf(received('2026-11-02', { clarifications: [asked] }));

    expect(dates.due).toBe('2026-12-02');
    expect(dates.warnings).toEqual([{ what: 'question_without_effect', question: asked, because: 'about' }]);
    expect(canPause(received('2026-11-02'), asked, '2026-11-11', rules, holidays)).toEqual({
      allowed: false,
      because: 'about',
    });
  });

  it.each(['rectification', 'erasure', 'restriction', 'objection', 'automated_decision', 'portability'] as const)(
    '14: a question about what is meant on a request for %s is no pause',
    (matter) => {
      const asked = question('2026-11-05', '2026-11-11');

      const dates = runningOf(received('2026-11-02', { matter, clarifications: [asked] }));

      expect(dates.due).toBe('2026-12-02');
      expect(dates.warnings).toEqual([{ what: 'question_without_effect', question: asked, because: 'matter' }]);
      expect(canPause(received('2026-11-02', { matter }), asked, '2026-11-11', rules, holidays)).toEqual({
        allowed: false,
        because: 'matter',
      });
    },
  );

  it('15: the days of two overlapping pauses are left out once', () => {
    const clarifications = [question('2026-11-07', '2026-11-12'), question('2026-11-05', '2026-11-09')];

    const dates = runningOf(received('2026-11-02', { clarifications }));

    expect(dates.due).toBe('2026-12-10');
    expect(dates.steps).toContainEqual(
      expect.objectContaining({ what: 'days_left_out', from: '2026-11-05', to: '2026-11-12', days: 8 }),
    );
  });

  it('15: a question that is answered on the same day leaves out one day', () => {
    const dates = runningOf(received('2026-11-02', { clarifications: [question('2026-11-05', '2026-11-05')] }));

    expect(dates.due).toBe('2026-12-03');
  });

  it('16: while a question is unanswered nothing ends by itself: the safe date stands, and the earliest due date', () => {
    const clarifications = [question('2026-11-05', '2026-11-06'), question('2026-11-10')];

    const dates = replyOf(received('2026-11-02', { clarifications }));

    expect(dates).toMatchObject({
      state: 'paused',
      start: '2026-11-02',
      since: '2026-11-10',
      dueAtEarliest: '2026-12-07',
      safeDue: '2026-12-02',
      target: '2026-11-30',
    });
    expect(dates).not.toHaveProperty('due');
    expect(dates.steps.at(-1)).toEqual({ what: 'answer_awaited', since: '2026-11-10' });
  });

  it('17: a pause across a due date on a weekend is added to the unmoved date, which moves on once', () => {
    const dates = runningOf(received('2026-11-05', { clarifications: [question('2026-12-03', '2026-12-07')] }));

    expect(dates).toMatchObject({ safeDue: '2026-12-07', due: '2026-12-10' });
  });

  it('17: a question that is asked when only the weekend is left gives no days back', () => {
    const late = question('2026-12-07', '2026-12-11');

    const dates = runningOf(received('2026-11-05', { clarifications: [late] }));

    expect(dates.due).toBe('2026-12-07');
    expect(dates.warnings).toEqual([{ what: 'question_without_effect', question: late, because: 'time_was_over' }]);
  });

  it('20: a date after the last year of the table is given with a warning, for only weekends could be passed over', () => {
    const dates = runningOf(received('2028-12-01'));

    expect(dates.due).toBe('2029-01-01');
    expect(dates.warnings).toEqual([
      { what: 'outside_holiday_table', day: '2029-01-01' },
      { what: 'outside_holiday_table', day: '2029-03-01' },
    ]);
    expect(runningOf(received('2028-11-29')).due).toBe('2028-12-29');
  });

  it('21: a holiday proclaimed later moves the date, and the dates tell by which table they were made', () => {
    const later: BankHolidays = {
      ...holidays,
      checkedOn: '2027-05-04',
      names: new Map([...holidays.names, ['2027-06-18', 'A jubilee']]),
    };

    const before = runningOf(received('2027-05-18'));
    const after = runningOf(received('2027-05-18'), later);

    expect(before).toMatchObject({ due: '2027-06-18', holidaysCheckedOn: holidays.checkedOn });
    expect(after).toMatchObject({ due: '2027-06-21', holidaysCheckedOn: '2027-05-04' });
  });

  it('22: a request from before 5 February 2026 has a flag for the older rules', () => {
    expect(runningOf(received('2026-02-04')).warnings).toEqual([{ what: 'old_rules', rulesFrom: '2026-02-05' }]);
    expect(runningOf(received('2026-02-05')).warnings).toEqual([]);
  });
});
