import fc from 'fast-check';

import { WITH_BOT, type Handover } from '../../src/handoff/handover';
import { claim, leaveQueue, queue } from '../../src/handoff/queue-steps';
import { close, endChat, handBack, said, transfer } from '../../src/handoff/staff-steps';
import type { Step } from '../../src/handoff/step';
import { runTimer } from '../../src/handoff/timer-step';
import { KIM, realHandoverRules, SAM } from './a-handover';

const rules = realHandoverRules();
const START = new Date('2026-11-25T10:00:00Z');

/** Anything that can happen, by anybody, also with an old fence. */
const ANY_STEP = fc.oneof(
  fc.boolean().map((isUrgent) => queue({ why: 'asked', team: 'customers', isUrgent, by: 'tenant' }, rules)),
  fc.constant(leaveQueue),
  fc.constantFrom(SAM, KIM).map((staff) => claim(staff, 'customers', rules)),
  fc
    .tuple(fc.constantFrom(SAM, KIM), fc.nat(20))
    .chain(([staff, fence]) =>
      fc.constantFrom<Step>(
        handBack(staff.id, fence),
        close(staff.id, fence),
        transfer(staff, fence, { team: 'privacy' }, rules),
        transfer(staff, fence, { team: 'privacy', staffId: 'kim' }, rules),
      ),
    ),
  fc.constantFrom('staff' as const, 'tenant' as const).map((side) => said(side, rules)),
  fc.constant(endChat),
  fc.constant<Step>((before, at) => (before.timer ? runTimer(before.timer, rules)(before, at) : 'not_due')),
);

const WALK = fc.array(fc.tuple(ANY_STEP, fc.integer({ min: 0, max: 40 * 60_000 })), { maxLength: 40 });

/** Every handover on a walk, the first included. */
function walk(steps: readonly (readonly [Step, number])[]): readonly Handover[] {
  const all: Handover[] = [WITH_BOT];
  let at = START;
  for (const [step, wait] of steps) {
    at = new Date(at.getTime() + wait);
    const before = all.at(-1) ?? WITH_BOT;
    const next = step(before, at);
    if (typeof next !== 'string') all.push(next);
  }
  return all;
}

describe('whatever happens to a handover', () => {
  const holds = (property: (before: Handover, after: Handover) => void): void =>
    fc.assert(
      fc.property(WALK, (steps) => {
        const all = walk(steps);
        all.slice(1).forEach((after, index) => property(all[index] ?? WITH_BOT, after));
      }),
      { seed: 8, numRuns: 500 },
    );

  it('the fence never goes back, and moves whenever another owns it', () => {
    holds((before, after) => {
      expect(after.fence).toBeGreaterThanOrEqual(before.fence);
      const idOf = ({ owner }: Handover) => (owner.kind === 'staff' ? owner.staff.id : owner.kind);
      if (idOf(before) !== idOf(after)) expect(after.fence).toBeGreaterThan(before.fence);
    });
  });

  it('nothing that happened is taken out', () => {
    holds((before, after) => expect(after.events.slice(0, before.events.length)).toEqual(before.events));
  });

  it('what the indexes know is what is so', () => {
    holds((_, { owner, ownerKind, queueRank, staffId, timer, timerAt }) => {
      expect(ownerKind).toBe(owner.kind);
      expect(queueRank === undefined).toBe(owner.kind !== 'waiting');
      expect(staffId).toBe(owner.kind === 'staff' ? owner.staff.id : undefined);
      expect(timerAt).toBe(timer?.at);
    });
  });

  it('nobody is left waiting, or with somebody, for ever', () => {
    holds((_, { owner, timer }) => expect(timer === undefined).toBe(owner.kind === 'bot'));
  });
});
