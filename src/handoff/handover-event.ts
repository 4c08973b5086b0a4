import type { TimerKind, Why } from './handover';

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
