/** Why a chat goes to a person: asked by the tenant, offered by the assistant after that happened, or taken by staff. */
export type Why = 'asked' | 'not_understood' | 'complaint' | 'distress' | 'breach' | 'error' | 'taken';

/**
 * `nobody_came`: it waits too long, and the tenant is offered another way. `staff_gone`: who took it does not answer, and
 * it goes back into the queue. `tenant_quiet`: the tenant is warned. `tenant_gone`: the part with a person ends.
 */
export type TimerKind = 'nobody_came' | 'staff_gone' | 'tenant_quiet' | 'tenant_gone';

/** One change of a handover: what, when, by whom and why. It holds nothing that was said. */
export interface HandoverEvent {
  readonly what: EventKind;
  /** ISO time */
  readonly at: string;
  readonly by: Actor;
  readonly why?: Why | EndReason;
  readonly team?: string;
  /** The member of staff that it is about, where that is not the actor. */
  readonly staffId?: string;
  /** Of a chat that was taken: how long it had waited, in milliseconds. */
  readonly waited?: number;
}

export type EventKind =
  'queued' | 'left_queue' | 'claimed' | 'transferred' | 'handed_back' | 'closed' | 'warned' | 'requeued' | 'given_up';

/** How a part with a person, or the wait for one, came to its end. */
export type EndReason = 'handed_back' | 'closed' | 'tenant_left' | 'chat_ended' | TimerKind;

export type Actor = 'tenant' | 'assistant' | 'clock' | { readonly staffId: string };
