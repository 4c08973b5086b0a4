import { canExtend } from '../../../src/rights/clock/can-extend';
import { canPause } from '../../../src/rights/clock/can-pause';
import { holidays, notice, question, received, rules } from './real-rules';

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
