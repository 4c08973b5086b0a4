import { after, type HandoverRules } from './handover-rules';
import type { StaffMember, Waiting } from './handover';
import type { Actor, Why } from './handover-event';
import { becomes, type Step } from './step';

export interface Asked {
  readonly why: Why;
  readonly team: string;
  readonly isUrgent: boolean;
  readonly by: Actor;
}

/** The chat goes into the queue of a team. Asked again while it waits, its place stays. */
export const queue =
  ({ why, team, isUrgent, by }: Asked, rules: HandoverRules): Step =>
  (before, at) => {
    if (before.owner.kind === 'staff') return 'with_staff';
    if (before.owner.kind === 'waiting') return 'already_waiting';
    const owner: Waiting = { kind: 'waiting', team, why, isUrgent, since: at.toISOString() };
    const timer = { what: 'nobody_came', at: after(at, rules.patience.nobodyCame) } as const;
    return becomes(before, at, { owner, timer, event: { what: 'queued', by, why, team } });
  };

/** The tenant does not want to wait any longer. */
export const leaveQueue: Step = (before, at) =>
  before.owner.kind === 'waiting'
    ? becomes(before, at, { owner: { kind: 'bot' }, event: { what: 'left_queue', by: 'tenant', why: 'tenant_left' } })
    : before.owner.kind === 'staff'
      ? 'with_staff'
      : 'with_bot';

/**
 * Somebody takes a chat: one that waits, or one that nobody asked to be handed over. From here on the assistant is silent.
 * Taken twice by the same person, it is theirs once.
 */
export const claim =
  (staff: StaffMember, team: string, rules: HandoverRules): Step =>
  (before, at) => {
    const { owner } = before;
    if (owner.kind === 'staff') return owner.staff.id === staff.id ? before : 'with_staff';
    if (owner.kind === 'waiting' && owner.onlyFor !== undefined && owner.onlyFor !== staff.id)
      return 'for_somebody_else';
    const isWaiting = owner.kind === 'waiting';
    const since = at.toISOString();
    const waitedFrom = isWaiting ? owner.since : since;
    const waited = isWaiting ? { waited: at.getTime() - Date.parse(owner.since) } : {};
    return becomes(before, at, {
      owner: { kind: 'staff', staff, team: isWaiting ? owner.team : team, since, waitedFrom },
      timer: { what: 'staff_gone', at: after(at, rules.patience.staffGone) },
      event: { what: 'claimed', by: { staffId: staff.id }, why: isWaiting ? owner.why : 'taken', ...waited },
    });
  };
