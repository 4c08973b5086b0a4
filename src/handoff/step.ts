import type { Handover, Owner, Timer } from './handover';
import { rankOf } from './handover';
import type { HandoverEvent } from './handover-event';

/** Why a change cannot be made; nothing was changed then. */
export type Refusal =
  'with_bot' | 'already_waiting' | 'with_staff' | 'not_yours' | 'for_somebody_else' | 'moved_on' | 'not_due';

/** One change of a handover, from what it is to what it is then, or the reason why not. */
export type Step = (before: Handover, at: Date) => Handover | Refusal;

/** What a change makes of a handover: its owner, what happens next by itself, and what is told of it. */
export interface Becomes {
  readonly owner: Owner;
  readonly timer?: Timer | undefined;
  readonly event: Omit<HandoverEvent, 'at'>;
}

/** Writes a change down. The fence moves when another owns the conversation from now on. */
export function becomes(before: Handover, at: Date, { owner, timer, event }: Becomes): Handover {
  return {
    owner,
    fence: isSameOwner(before.owner, owner) ? before.fence : before.fence + 1,
    events: [...before.events, { ...event, at: at.toISOString() }],
    ownerKind: owner.kind,
    ...(timer && { timer, timerAt: timer.at }),
    ...(owner.kind === 'waiting' && { queueRank: rankOf(owner) }),
    ...(owner.kind === 'staff' && { staffId: owner.staff.id }),
  };
}

function isSameOwner(one: Owner, other: Owner): boolean {
  if (one.kind === 'staff' && other.kind === 'staff') return one.staff.id === other.staff.id;
  return one.kind === other.kind && one.kind !== 'waiting';
}
