import { canExtend } from '../../../src/rights/clock/can-extend';
import { computeDue } from '../../../src/rights/clock/compute-due';
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

  it('leaves out its first day when an answer comes on it', () => {
    const proof = { proof: 'identity', needed: true, askedOn: '2026-11-03', receivedOn: '2026-11-10' } as const;
    const answered = question('2026-11-04', '2026-11-10');

    expect(runningOf(received('2026-11-02', { proofs: [proof], clarifications: [answered] })).due).toBe('2026-12-11');
  });

  it('waits for a second proof that turns out to be needed while the first is awaited for long', () => {
    const identity = { proof: 'identity', needed: true, askedOn: '2026-11-02' } as const;
    const authority = { proof: 'authority', needed: true, neededSince: '2026-12-10', askedOn: '2026-12-10' } as const;

    expect(replyOf(received('2026-11-02', { proofs: [identity, authority] }))).toMatchObject({
      state: 'not_started',
      waitingFor: ['identity', 'authority'],
    });
  });

  it('counts "promptly" from receipt where a proof was known to be needed before', () => {
    const proof = { proof: 'authority', needed: true, neededSince: '2026-09-01', askedOn: '2026-11-04' } as const;

    expect(replyOf(received('2026-11-02', { proofs: [proof] })).state).toBe('not_started');
  });

  it('has no aim after its safe date, whatever the setting', () => {
    const longAim = { ...rules, reply: { ...rules.reply, targetDays: 40 } };

    expect(computeDue(received('2026-11-02'), longAim, holidays)).toMatchObject({
      target: '2026-12-02',
      safeDue: '2026-12-02',
    });
  });

  it('is not extended by a notice from before the request', () => {
    const dates = runningOf(received('2026-11-02', { extension: notice('2026-11-01') }));

    expect(dates.due).toBe('2026-12-02');
    expect(dates.warnings).toMatchObject([{ what: 'extension_without_effect', because: 'before_receipt' }]);
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
