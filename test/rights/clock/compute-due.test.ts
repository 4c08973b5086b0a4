import { canExtend } from '../../../src/rights/clock/can-extend';
import { canPause } from '../../../src/rights/clock/can-pause';
import { dueOf, holidays, notice, question, received, replyOf, rules, runningOf } from './real-rules';

describe('the clock of a rights request', () => {
  it('does not run while a proof is awaited that was rightly asked for, and still shows the safe date', () => {
    const identity = { proof: 'identity', needed: true, askedOn: '2026-11-03', receivedOn: '2026-11-10' } as const;
    const authority = { proof: 'authority', needed: true, askedOn: '2026-11-02' } as const;

    const dates = replyOf(received('2026-11-02', { proofs: [identity, authority] }));

    expect(dates).toMatchObject({ state: 'not_started', waitingFor: ['authority'], safeDue: '2026-12-02' });
    expect(dates).not.toHaveProperty('due');
    expect(dates.steps).toEqual([
      { what: 'received', on: '2026-11-02', correctedByStaff: false },
      { what: 'proof_awaited', proof: authority },
      { what: 'proof_received', proof: identity, on: '2026-11-10' },
    ]);
  });

  it('starts with the last of what was asked for', () => {
    const proofs = [
      { proof: 'identity', needed: true, askedOn: '2026-11-02', receivedOn: '2026-11-20' },
      { proof: 'authority', needed: true, askedOn: '2026-11-03', receivedOn: '2026-11-12' },
      { proof: 'fee', needed: true, askedOn: '2026-11-04', receivedOn: '2026-11-18' },
    ] as const;

    expect(runningOf(received('2026-11-02', { proofs }))).toMatchObject({ start: '2026-11-20', due: '2026-12-21' });
  });

  it('is not started anew by a proof that is asked for when the answer is overdue', () => {
    const proof = { proof: 'identity', needed: true, neededSince: '2026-12-03', askedOn: '2026-12-03' } as const;

    const dates = runningOf(received('2026-11-02', { proofs: [proof] }));

    expect(dates.due).toBe('2026-12-02');
    expect(dates.warnings).toEqual([{ what: 'proof_without_effect', proof, because: 'time_was_over' }]);
  });

  it('can be moved by a proof, and paused by a question, of its very last day', () => {
    const proof = { proof: 'identity', needed: true, neededSince: '2026-12-02', askedOn: '2026-12-02' } as const;

    expect(replyOf(received('2026-11-02', { proofs: [proof] })).state).toBe('not_started');
    expect(runningOf(received('2026-11-02', { clarifications: [question('2026-12-02', '2026-12-04')] })).due).toBe(
      '2026-12-07',
    );
  });

  it('may still wait for a second proof when the first came late', () => {
    const identity = { proof: 'identity', needed: true, askedOn: '2026-11-02', receivedOn: '2026-12-21' } as const;
    const authority = {
      proof: 'authority',
      needed: true,
      neededSince: '2026-12-21',
      askedOn: '2026-12-22',
      receivedOn: '2027-01-04',
    } as const;

    expect(runningOf(received('2026-11-02', { proofs: [authority, identity] })).start).toBe('2027-01-04');
  });

  it('leaves out no day before its start', () => {
    const proof = { proof: 'identity', needed: true, askedOn: '2026-11-03', receivedOn: '2026-11-10' } as const;
    const before = question('2026-11-04', '2026-11-06');
    const across = question('2026-11-09', '2026-11-12');

    const dates = runningOf(received('2026-11-02', { proofs: [proof], clarifications: [before, across] }));

    // 10, 11 and 12 November.
    expect(dates.due).toBe('2026-12-14');
    expect(dates.steps).toContainEqual(expect.objectContaining({ what: 'days_left_out', days: 3, on: '2026-12-13' }));
    expect(dates.warnings).toEqual([
      { what: 'question_without_effect', question: before, because: 'answered_before_start' },
    ]);
  });

  it('is not paused by a question that is asked when the answer is overdue', () => {
    const late = question('2026-12-03');

    const dates = runningOf(received('2026-11-02', { clarifications: [late] }));

    expect(dates.due).toBe('2026-12-02');
    expect(dates.warnings).toEqual([{ what: 'question_without_effect', question: late, because: 'time_was_over' }]);
  });

  it('leaves days out of the longer time, too, and those of its later months', () => {
    const clarifications = [question('2026-11-05', '2026-11-11'), question('2027-01-04', '2027-01-05')];

    const dates = runningOf(received('2026-11-02', { clarifications, extension: notice('2026-12-09') }));

    expect(dates).toMatchObject({ due: '2027-02-11', extension: { noticeBy: '2026-12-09' }, warnings: [] });
    expect(dates.steps.slice(-6)).toMatchObject([
      { what: 'is_working_day', on: '2026-12-09' },
      { what: 'extended', on: '2026-11-02' },
      { what: 'months_added', months: 3, on: '2027-02-02' },
      { what: 'days_left_out', days: 7, on: '2027-02-09' },
      { what: 'days_left_out', days: 2, on: '2027-02-11' },
      { what: 'is_working_day', on: '2027-02-11' },
    ]);
  });

  it('is extended with its safe date only by a notice that was sent by that date', () => {
    const clarifications = [question('2026-11-05', '2026-11-11')];

    const early = runningOf(received('2026-11-02', { clarifications, extension: notice('2026-12-02') }));
    const risky = runningOf(received('2026-11-02', { clarifications, extension: notice('2026-12-03') }));

    expect([early.due, early.safeDue]).toEqual(['2027-02-09', '2027-02-02']);
    expect([risky.due, risky.safeDue]).toEqual(['2027-02-09', '2026-12-02']);
  });

  it('can be extended while it is paused', () => {
    const paused = received('2026-11-02', { clarifications: [question('2026-11-30')] });

    expect(canExtend(paused, notice('2026-12-20'), '2026-12-20', rules, holidays)).toEqual({ allowed: true });
    expect(replyOf({ ...paused, extension: notice('2026-12-20') })).toMatchObject({
      state: 'paused',
      dueAtEarliest: '2027-02-03',
    });
  });

  it('takes no answer that came before its question', () => {
    const impossible = question('2026-11-11', '2026-11-05');

    expect(runningOf(received('2026-11-02', { clarifications: [impossible] })).warnings).toEqual([
      { what: 'question_without_effect', question: impossible, because: 'answered_before_asked' },
    ]);
  });

  it('warns of days before the table of holidays, too', () => {
    expect(runningOf(received('2023-10-02')).warnings).toContainEqual({
      what: 'outside_holiday_table',
      day: '2023-11-02',
    });
  });

  it.each(['not a time', ''])('never makes a date of a damaged time: "%s"', (receivedAt) => {
    for (const matter of ['access', 'opt_out_contact', 'complaint', 'breach', 'human'] as const) {
      const input = { ...received('2026-11-02', { matter }), receivedAt };
      expect(() => dueOf(input)).toThrow(/is no calendar day$/);
    }
  });
});

describe('the other clocks', () => {
  it('act on an opt-out within two working days, and answer it within a month', () => {
    const dates = dueOf(received('2026-11-27', { matter: 'opt_out_contact' }));

    expect(dates).toMatchObject({ clock: 'opt_out', target: '2026-12-01', due: '2026-12-29', warnings: [] });
    expect(dates.steps).toMatchObject([
      { what: 'received', on: '2026-11-27' },
      {
        what: 'working_days_added',
        days: 2,
        on: '2026-12-01',
        passedOver: [{ day: '2026-11-28' }, { day: '2026-11-29' }],
      },
      { what: 'months_added', on: '2026-12-27' },
      { what: 'moved_on', on: '2026-12-29' },
    ]);
  });

  it.each([
    ['2026-11-23', '2026-11-25'],
    ['2026-11-28', '2026-12-01'],
    ['2026-12-24', '2026-12-30'],
  ])('count working days from the day after: received %s, aimed at %s', (day, target) => {
    expect(dueOf(received(day, { matter: 'opt_out_surveys' }))).toMatchObject({ target });
  });

  it.each(['withdraw_consent', 'opt_out_photos'] as const)('set no month for %s: the law has none', (matter) => {
    const dates = dueOf(received('2026-11-27', { matter }));

    expect(dates).toMatchObject({ clock: 'opt_out', target: '2026-12-01' });
    expect(dates).not.toHaveProperty('due');
  });

  it('act on the earlier of two counts for a complaint, and keep both', () => {
    const dates = dueOf(received('2026-11-25', { matter: 'complaint' }));

    expect(dates).toMatchObject({
      clock: 'complaint',
      acknowledgeBy: '2026-12-24',
      counts: { act: '2026-12-24', regulator: '2026-12-29' },
      warnings: [],
    });
    expect(dates.steps.slice(1)).toMatchObject([
      { what: 'days_added', days: 30, countedFrom: 'receipt', on: '2026-12-24' },
      { what: 'days_added', days: 30, countedFrom: 'next_day', on: '2026-12-25' },
      { what: 'moved_on', on: '2026-12-29' },
    ]);
  });

  it('flag a complaint from before the duty to acknowledge', () => {
    expect(dueOf(received('2026-06-18', { matter: 'complaint' })).warnings).toEqual([
      { what: 'old_rules', rulesFrom: '2026-06-19' },
    ]);
    expect(dueOf(received('2026-06-19', { matter: 'complaint' })).warnings).toEqual([]);
  });

  it.each([
    ['over a weekend', '2026-11-27T16:30:00.000Z', '2026-11-30T16:30:00.000Z'],
    ['over Christmas', '2026-12-24T23:59:00.000Z', '2026-12-27T23:59:00.000Z'],
    ['over the night on which clocks go forward', '2027-03-27T20:00:00.000Z', '2027-03-30T20:00:00.000Z'],
    ['over the night on which clocks go back', '2026-10-24T20:00:00.000Z', '2026-10-27T20:00:00.000Z'],
  ])('give 72 hours for a breach %s', (_case, receivedAt, reportBy) => {
    const dates = dueOf({ ...received('2026-11-27', { matter: 'breach' }), receivedAt });

    expect(dates).toMatchObject({ clock: 'breach', awareAt: receivedAt, reportBy });
    expect(dates.steps).toContainEqual({ what: 'hours_added', hours: 72, until: reportBy });
  });

  it('count a breach from the first moment of a day that staff have set', () => {
    const winter = dueOf(received('2026-11-27', { matter: 'breach', receivedOn: '2026-11-25' }));
    const summer = dueOf(received('2026-07-27', { matter: 'breach', receivedOn: '2026-07-25' }));

    expect(winter).toMatchObject({ awareAt: '2026-11-25T00:00:00.000Z', reportBy: '2026-11-28T00:00:00.000Z' });
    expect(summer).toMatchObject({ awareAt: '2026-07-24T23:00:00.000Z', reportBy: '2026-07-27T23:00:00.000Z' });
  });

  it('set no time for a message to a person', () => {
    expect(dueOf(received('2026-11-27', { matter: 'human' }))).toEqual({
      clock: 'none',
      receivedOn: '2026-11-27',
      steps: [{ what: 'received', on: '2026-11-27', correctedByStaff: false }],
      warnings: [],
      holidaysCheckedOn: holidays.checkedOn,
    });
  });

  it.each(['opt_out_contact', 'complaint', 'breach', 'human'] as const)(
    'say of a proof, a question and an extension that they change nothing for: %s',
    (matter) => {
      const proof = { proof: 'identity', needed: true, askedOn: '2026-11-27' } as const;
      const asked = question('2026-11-28');
      const extension = notice('2026-11-29');

      const changed = dueOf(received('2026-11-27', { matter, proofs: [proof], clarifications: [asked], extension }));

      expect(changed.warnings).toEqual([
        { what: 'proof_without_effect', proof, because: 'matter' },
        { what: 'question_without_effect', question: asked, because: 'matter' },
        { what: 'extension_without_effect', notice: extension, because: 'matter' },
      ]);
      const unchanged = dueOf(received('2026-11-27', { matter }));
      expect({ ...changed, steps: [], warnings: [] }).toEqual({ ...unchanged, steps: [], warnings: [] });
    },
  );
});

describe('what staff may do about the clock', () => {
  it('tells the date to which an extension leads, before the notice is sent', () => {
    expect(canExtend(received('2026-11-02'), notice('2026-12-02'), '2026-12-02', rules, holidays)).toEqual({
      allowed: true,
      due: '2027-02-02',
    });
  });

  it.each([
    ['2026-12-03', 'in_the_future'],
    ['2026-11-01', 'before_receipt'],
    ['2026-11-31', 'not_a_day'],
  ])('refuses a notice said to be sent on %s', (sentOn, because) => {
    expect(canExtend(received('2026-11-02'), notice(sentOn), '2026-12-02', rules, holidays)).toEqual({
      allowed: false,
      because,
    });
  });

  it('refuses to extend what has no time to extend', () => {
    const complaint = received('2026-11-02', { matter: 'complaint' });

    expect(canExtend(complaint, notice('2026-11-03'), '2026-11-03', rules, holidays)).toEqual({
      allowed: false,
      because: 'matter',
    });
  });

  it('lets a question about what is meant stop the clock of an access request', () => {
    const access = received('2026-11-02');

    expect(canPause(access, question('2026-11-05'), '2026-11-05', rules, holidays)).toEqual({ allowed: true });
    expect(canPause(access, question('2026-11-05', '2026-11-09'), '2026-11-09', rules, holidays)).toEqual({
      allowed: true,
    });
  });

  it.each([
    ['asked tomorrow', question('2026-11-10'), 'in_the_future'],
    ['answered tomorrow', question('2026-11-05', '2026-11-10'), 'in_the_future'],
    ['asked before the request', question('2026-11-01'), 'before_receipt'],
    ['answered before it was asked', question('2026-11-05', '2026-11-04'), 'answered_before_asked'],
    ['asked on no day', question('2026-11-00'), 'not_a_day'],
    ['answered on no day', question('2026-11-05', 'tomorrow'), 'not_a_day'],
  ])('refuses a pause for a question %s', (_case, asked, because) => {
    expect(canPause(received('2026-11-02'), asked, '2026-11-09', rules, holidays)).toEqual({ allowed: false, because });
  });

  it('refuses a pause when the answer is overdue', () => {
    expect(canPause(received('2026-11-02'), question('2026-12-03'), '2026-12-03', rules, holidays)).toEqual({
      allowed: false,
      because: 'time_was_over',
    });
  });
});
