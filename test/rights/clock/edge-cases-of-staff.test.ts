import type { AskedProof } from '../../../src/rights/clock/clock-input';
import { reopenCase } from '../../../src/rights/clock/reopen-case';
import { dueOf, notice, question, received, runningOf } from './real-rules';

describe('edge case 18, something new on a case that was dealt with', () => {
  const dealtWith = received('2026-11-02', { extension: notice('2026-11-30') });
  const now = new Date('2026-12-20T10:00:00Z');
  const cameAt = '2026-12-18T23:30:00Z';
  const reason = 'asks for the letters that the first answer left out';

  it('keeps the clock that it had when staff say that it belongs to what was asked', () => {
    const reopened = reopenCase({ clock: 'same', reason, cameAt }, dealtWith, now);

    expect(reopened).toEqual({ accepted: true, clock: 'same', input: dealtWith });
  });

  it('has a clock of its own, without extension or pause, when they say that it is another case', () => {
    const reopened = reopenCase({ clock: 'new', reason, cameAt }, dealtWith, now);

    expect(reopened).toMatchObject({ accepted: true, clock: 'new' });
    expect(reopened.accepted && runningOf(reopened.input)).toMatchObject({
      start: '2026-12-18',
      due: '2027-01-18',
      extension: { state: 'possible' },
    });
  });

  it.each([
    ['', reason, cameAt, 'no_choice'],
    ['whichever', reason, cameAt, 'no_choice'],
    ['same', ' ', cameAt, 'no_reason'],
    ['new', '', cameAt, 'no_reason'],
    ['new', reason, '2026-12-21T10:00:00Z', 'in_the_future'],
    ['new', reason, '2026-11-01T10:00:00Z', 'before_receipt'],
    ['new', reason, 'yesterday', 'not_a_day'],
  ])('is never decided by the program: "%s", "%s", %s', (clock, why, at, because) => {
    expect(reopenCase({ clock, reason: why, cameAt: at }, dealtWith, now)).toEqual({ accepted: false, because });
  });
});

describe('edge case 74, what two people enter', () => {
  const identity = { proof: 'identity', needed: true, askedOn: '2026-11-04', receivedOn: '2026-11-16' } as const;

  it('restarts the clock once', () => {
    const once = dueOf(received('2026-11-02', { proofs: [identity] }));
    const twice = dueOf(received('2026-11-02', { proofs: [identity, { ...identity }] }));

    expect(twice).toEqual(once);
    expect(once).toMatchObject({ start: '2026-11-16' });
  });

  it('restarts it with the earlier of two days for one proof, whichever was entered first', () => {
    const later = { ...identity, receivedOn: '2026-11-18' };
    const awaited = { proof: 'identity', needed: true, askedOn: '2026-11-04' } as const;
    const startWith = (proofs: readonly AskedProof[]): string => runningOf(received('2026-11-02', { proofs })).start;

    expect(startWith([identity, later])).toBe('2026-11-16');
    expect(startWith([later, identity])).toBe('2026-11-16');
    expect(startWith([identity, awaited])).toBe('2026-11-16');
  });

  it('stops the clock once, and is warned of once', () => {
    const pause = question('2026-11-05', '2026-11-09');
    const aboutFormat = { about: 'format', askedOn: '2026-11-05', answeredOn: '2026-11-06' } as const;
    const once = dueOf(received('2026-11-02', { clarifications: [pause, aboutFormat] }));
    const twice = dueOf(
      received('2026-11-02', { clarifications: [pause, aboutFormat, { ...pause }, { ...aboutFormat }] }),
    );

    expect(twice).toEqual(once);
    expect(once.warnings).toHaveLength(1);
  });

  it('stops the clock until the last answer when two questions of one day are answered on two', () => {
    const both = [question('2026-11-05', '2026-11-06'), question('2026-11-05', '2026-11-09')];

    expect(runningOf(received('2026-11-02', { clarifications: both })).due).toBe('2026-12-07');
  });
});
