import { assertNever } from '../shared/assert-never';
import type { Handover, Timer } from './handover';
import { after, type HandoverRules } from './handover-rules';
import { becomes, type Step } from './step';

/** Does what the timer of a handover says, if it is due; the same timer run twice does it once. */
export const runTimer =
  (due: Timer, rules: HandoverRules): Step =>
  (before, at) => {
    const { timer } = before;
    if (timer?.what !== due.what || timer.at !== due.at || timer.at > at.toISOString()) return 'not_due';
    return act(before, timer, at, rules);
  };

function act(before: Handover, { what }: Timer, at: Date, { patience }: HandoverRules): Handover {
  const { owner } = before;
  const by = 'clock';
  switch (what) {
    case 'nobody_came':
      return becomes(before, at, { owner: { kind: 'bot' }, event: { what: 'given_up', by, why: what } });
    case 'staff_gone': {
      // Whoever took it may have lost their connection: the tenant goes back to the front, and waits no second time.
      if (owner.kind !== 'staff') return before;
      const { waitedFrom: since, team } = owner;
      const waiting = { kind: 'waiting', team, why: 'asked', isUrgent: false, since } as const;
      const timer = { what: 'nobody_came', at: after(at, patience.nobodyCame) } as const;
      return becomes(before, at, { owner: waiting, timer, event: { what: 'requeued', by, why: what } });
    }
    case 'tenant_quiet': {
      const timer = { what: 'tenant_gone', at: after(at, patience.tenantWarned) } as const;
      return becomes(before, at, { owner, timer, event: { what: 'warned', by, why: what } });
    }
    case 'tenant_gone':
      return becomes(before, at, { owner: { kind: 'bot' }, event: { what: 'closed', by, why: what } });
    default:
      return assertNever(what);
  }
}
