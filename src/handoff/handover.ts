import type { Collection } from '../shared/document-store';
import type { HandoverEvent, TimerKind, Why } from './handover-event';

/** Somebody of the staff, as the tenant is told of them. */
export interface StaffMember {
  readonly id: string;
  readonly displayName: string;
}

/**
 * Who owns a conversation, all that happened to that, and what is due next. One document a conversation, changed by
 * compare-and-set alone: of two that claim at once, one wins and the other is told. It lies outside of the bot's state,
 * which turns overwrite.
 */
export interface Handover {
  readonly owner: Owner;
  /** One more with every change of the owner. Who writes for an owner names it, and is refused when it has moved on. */
  readonly fence: number;
  /** The first happened first; nothing is ever taken out. */
  readonly events: readonly HandoverEvent[];
  /** What happens by itself, unless something else does before. A document, since timers in memory die with a process. */
  readonly timer?: Timer;
  /** The name of the owner's kind, for the index. */
  readonly ownerKind: Owner['kind'];
  /** While it waits: its place in the order of the queue. */
  readonly queueRank?: string;
  /** While somebody has it. */
  readonly staffId?: string;
  /** ISO time, for the index of what is due. */
  readonly timerAt?: string;
}

export type Owner = BotOwner | Waiting | WithStaff;

export interface BotOwner {
  readonly kind: 'bot';
}

/** It is in the queue of a team. The assistant goes on answering until somebody takes it. */
export interface Waiting {
  readonly kind: 'waiting';
  readonly team: string;
  readonly why: Why;
  readonly isUrgent: boolean;
  /** ISO time at which it came into the queue; a transfer to another team keeps it, so that nobody waits twice. */
  readonly since: string;
  /** Only they can take it: a transfer to a person. */
  readonly onlyFor?: string;
}

export interface WithStaff {
  readonly kind: 'staff';
  readonly staff: StaffMember;
  readonly team: string;
  readonly since: string;
  /** When the tenant began to wait: where it goes back into the queue, that is where it stands. */
  readonly waitedFrom: string;
  /** ISO times of the last messages of either side since it was taken; absent while there is none. */
  readonly staffSaidAt?: string;
  readonly tenantSaidAt?: string;
}

export interface Timer {
  readonly what: TimerKind;
  /** ISO time */
  readonly at: string;
}

/** Keyed by conversation id. */
export const HANDOVERS: Collection<Handover> = {
  name: 'handovers',
  indexes: [
    { name: 'by-queue', fields: ['ownerKind', 'queueRank'] },
    { name: 'by-staff', fields: ['staffId'] },
    { name: 'by-timer', fields: ['timerAt'] },
  ],
  personal: ['owner'],
};

/** Of a conversation that was never handed over. */
export const WITH_BOT: Handover = { owner: { kind: 'bot' }, fence: 0, events: [], ownerKind: 'bot' };

/** Urgent ones first, then possible breaches, then the longest wait: the order in which they are to be taken. */
export function rankOf({ isUrgent, why, since }: Waiting): string {
  const group = isUrgent ? 0 : why === 'breach' ? 1 : 2;
  return `${group} ${since}`;
}
