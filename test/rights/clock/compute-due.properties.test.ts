import fc from 'fast-check';
import { DateTime } from 'luxon';

import type { AskedProof, Clarification, ClockInput } from '../../../src/rights/clock/clock-input';
import { MATTERS } from '../../../src/rights/matter';
import { dueOf, holidays, notice, received, replyOf } from './real-rules';

const SEED = { seed: 7, numRuns: 120 };

const day = (after: string, days: number): string => DateTime.fromISO(after).plus({ days }).toFormat('yyyy-MM-dd');

/** Of the table of holidays, with room for an extension and pauses. */
const receivedDays = fc.integer({ min: 0, max: 1500 }).map((days) => day('2024-01-01', days));

/** Days after receipt. Of the answers some have not come. */
const asked = fc.record({ after: fc.nat(60), answered: fc.option(fc.nat(25), { nil: undefined, freq: 6 }) });

const questionOf = (receivedOn: string, { after, answered }: { after: number; answered: number | undefined }) => {
  const askedOn = day(receivedOn, after);
  return {
    about: 'information',
    askedOn,
    ...(answered !== undefined && { answeredOn: day(askedOn, answered) }),
  } as const;
};

const proofOf = (receivedOn: string, { after, answered }: { after: number; answered: number | undefined }) => {
  const askedOn = day(receivedOn, after % 8);
  const came = answered === undefined ? {} : { receivedOn: day(askedOn, answered) };
  return { proof: 'identity', needed: after % 5 !== 0, askedOn, ...came } as const;
};

/** Access requests with proofs, questions and perhaps a notice of extension. */
const accessRequests: fc.Arbitrary<ClockInput> = fc
  .record({
    on: receivedDays,
    proofs: fc.array(asked, { maxLength: 2 }),
    questions: fc.array(asked, { maxLength: 4 }),
    noticeAfter: fc.option(fc.nat(70), { nil: undefined }),
  })
  .map(({ on, proofs, questions, noticeAfter }) =>
    received(on, {
      proofs: proofs.map((one): AskedProof => proofOf(on, one)),
      clarifications: questions.map((one): Clarification => questionOf(on, one)),
      ...(noticeAfter !== undefined && { extension: notice(day(on, noticeAfter)) }),
    }),
  );

const isWorkingDay = (date: string): boolean => !DateTime.fromISO(date).isWeekend && !holidays.names.has(date);

/** The last day for an answer, or the earliest that it can be; nothing while the clock has not started. */
function endOf(input: ClockInput): string | undefined {
  const dates = replyOf(input);
  if (dates.state === 'running') return dates.due;
  return dates.state === 'paused' ? dates.dueAtEarliest : undefined;
}

/** Months later by the calendar alone: same date, or the last of the month. */
function monthsAfter(date: string, months: number): string {
  const [year = 0, month = 0, dayOfMonth = 0] = date.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const lastDate = Math.min(dayOfMonth, lastOfMonth.getUTCDate());
  return `${lastOfMonth.toISOString().slice(0, 8)}${String(lastDate).padStart(2, '0')}`;
}

describe('every due date', () => {
  it('is a working day, as are the safe date, the aim and the last day for a notice', () => {
    fc.assert(
      fc.property(accessRequests, (input) => {
        const dates = replyOf(input);
        const shown = [dates.safeDue, dates.target, endOf(input) ?? dates.safeDue];
        if (dates.state === 'running') shown.push(dates.extension.noticeBy, dates.extension.due);
        expect(shown.filter((date) => !isWorkingDay(date))).toEqual([]);
      }),
      SEED,
    );
  });

  it('gives the whole month from the start, and the safe date the month from receipt', () => {
    fc.assert(
      fc.property(accessRequests, (input) => {
        const dates = replyOf(input);
        expect(dates.safeDue >= monthsAfter(dates.receivedOn, 1)).toBe(true);
        if (dates.state === 'running') expect(dates.due >= monthsAfter(dates.start, 1)).toBe(true);
      }),
      SEED,
    );
  });

  it('is the first working day from the month on when nothing has moved it', () => {
    fc.assert(
      fc.property(receivedDays, (on) => {
        let expected = monthsAfter(on, 1);
        while (!isWorkingDay(expected)) expected = day(expected, 1);
        expect(replyOf(received(on))).toMatchObject({ state: 'running', start: on, due: expected, safeDue: expected });
      }),
      SEED,
    );
  });

  it('is never before the safe date of the same length of time, and the aim never after it', () => {
    fc.assert(
      fc.property(accessRequests, (input) => {
        const dates = replyOf(input);
        expect((endOf(input) ?? dates.safeDue) >= dates.safeDue).toBe(true);
        expect(dates.target <= dates.safeDue).toBe(true);
      }),
      SEED,
    );
  });

  it('is never earlier for one more question', () => {
    fc.assert(
      fc.property(accessRequests, asked, (input, one) => {
        const more = [...input.clarifications, questionOf(replyOf(input).receivedOn, one)];
        // Without proofs: a question that keeps the time open can let a proof in that would have been too late.
        const without = { ...input, proofs: [] };
        const [before = '', after = ''] = [endOf(without), endOf({ ...without, clarifications: more })];
        expect(after >= before).toBe(true);
      }),
      SEED,
    );
  });

  it('is never earlier for an answer that comes a day later', () => {
    fc.assert(
      fc.property(receivedDays, fc.nat(40), fc.nat(40), (on, after, answered) => {
        const dueWith = (days: number) =>
          endOf(received(on, { clarifications: [questionOf(on, { after, answered: days })] })) ?? '';
        expect(dueWith(answered + 1) >= dueWith(answered)).toBe(true);
      }),
      SEED,
    );
  });

  it('does not depend on the order in which things were noted', () => {
    fc.assert(
      fc.property(accessRequests, (input) => {
        const turned = { ...input, clarifications: [...input.clarifications].reverse() };
        expect(endOf(turned)).toBe(endOf(input));
      }),
      SEED,
    );
  });

  it('is after every day that was left out', () => {
    fc.assert(
      fc.property(accessRequests, (input) => {
        const end = endOf(input) ?? '9999';
        const leftOut = replyOf(input).steps.flatMap((step) => (step.what === 'days_left_out' ? [step.to] : []));
        expect(leftOut.filter((last) => last >= end)).toEqual([]);
      }),
      SEED,
    );
  });

  it('is later when extended, and only by a notice sent on or before the first due date', () => {
    fc.assert(
      fc.property(accessRequests, fc.nat(90), (input, after) => {
        const { matter, receivedAt, proofs, clarifications } = input;
        const plain = { matter, receivedAt, proofs, clarifications };
        const first = replyOf(plain);
        fc.pre(first.state === 'running');
        const sentOn = day(first.receivedOn, after);
        const extended = replyOf({ ...plain, extension: notice(sentOn) });
        if (sentOn > first.due) {
          expect(extended).toMatchObject({ state: 'running', due: first.due });
        } else {
          expect((endOf({ ...plain, extension: notice(sentOn) }) ?? '') > first.due).toBe(true);
        }
      }),
      SEED,
    );
  });

  it('is the same again from what is stored', () => {
    fc.assert(
      fc.property(accessRequests, fc.constantFrom(...MATTERS), (input, matter) => {
        const dates = dueOf({ ...input, matter });
        expect(
          JSON.parse(JSON.stringify(dueOf(JSON.parse(JSON.stringify({ ...input, matter })) as ClockInput))),
        ).toEqual(JSON.parse(JSON.stringify(dates)));
      }),
      SEED,
    );
  });
});

describe('the day of receipt', () => {
  const moments = fc.date({ min: new Date('2024-01-01'), max: new Date('2028-06-01'), noInvalidDate: true });

  it('is the next day in London from 23:00 UTC on in summer, and from midnight in winter', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        const isSummer = DateTime.fromJSDate(moment, { zone: 'Europe/London' }).isInDST;
        const shifted = new Date(moment.getTime() + (isSummer ? 3_600_000 : 0));
        const input = { ...received('2024-01-01'), receivedAt: moment.toISOString() };
        expect(dueOf(input).receivedOn).toBe(shifted.toISOString().slice(0, 10));
      }),
      SEED,
    );
  });

  it('never makes the due date of a later message earlier', () => {
    fc.assert(
      fc.property(moments, fc.nat(10_000_000_000), (moment, later) => {
        const at = (time: number) =>
          replyOf({ ...received('2024-01-01'), receivedAt: new Date(time).toISOString() }).safeDue;
        expect(at(moment.getTime() + later) >= at(moment.getTime())).toBe(true);
      }),
      SEED,
    );
  });

  it('leaves 72 hours for a breach, whatever the clocks do', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        const dates = dueOf({ ...received('2024-01-01', { matter: 'breach' }), receivedAt: moment.toISOString() });
        if (dates.clock !== 'breach') throw new Error(dates.clock);
        expect(Date.parse(dates.reportBy) - Date.parse(dates.awareAt)).toBe(72 * 3_600_000);
        expect(dates.awareAt).toBe(moment.toISOString());
      }),
      SEED,
    );
  });
});
