import type { Closure } from './closure';
import type { Matter } from './matter';

/** How long a case is kept depends on what it is, and on how it ended. */
export type CaseClass = 'request' | 'disputed_request' | 'abandoned_request' | 'complaint' | 'breach_report';

/** What it depends on. */
export interface CaseToKeep {
  readonly matter: Matter;
  /** ISO time */
  readonly receivedAt: string;
  readonly state: { readonly name: 'incomplete' } | { readonly name: 'sent' | 'withdrawn'; readonly at: string };
  readonly facts: Readonly<Record<string, unknown>>;
  readonly timeline: readonly { readonly at: string }[];
  readonly closure?: Closure;
}

export interface CaseRetention {
  readonly retentionClass: CaseClass;
  /** ISO time from which its time to be kept counts; missing while the case is open. */
  readonly retentionFrom?: string;
  /** ISO time at which the erasure of chats was granted, while it is not done. */
  readonly erasureAt?: string;
}

/** Facts by which somebody can be answered or found. */
const IDENTIFYING = ['email', 'phone', 'post', 'collect', 'name', 'place'];

/** What a case is found by when its time is over; it follows from the case alone. */
export function retentionOf(one: CaseToKeep): CaseRetention {
  const from = endOf(one);
  if (from === undefined && isAbandoned(one)) {
    return { retentionClass: 'abandoned_request', retentionFrom: one.timeline.at(-1)?.at ?? one.receivedAt };
  }
  return {
    retentionClass: classOf(one),
    ...(from !== undefined && { retentionFrom: from }),
    ...(one.closure?.chats === 'to_erase' && { erasureAt: one.closure.at }),
  };
}

function endOf({ closure, state }: CaseToKeep): string | undefined {
  return closure?.at ?? (state.name === 'withdrawn' ? state.at : undefined);
}

function classOf({ matter, closure }: CaseToKeep): CaseClass {
  if (matter === 'complaint') return 'complaint';
  if (matter === 'breach') return 'breach_report';
  const isRefused = closure?.outcome === 'refused' || closure?.outcome === 'partly_granted';
  return isRefused || closure?.contested !== undefined ? 'disputed_request' : 'request';
}

/**
 * Left before its form was sent, and nobody is there to be answered or found. A complaint or a breach is looked into all
 * the same.
 */
function isAbandoned({ matter, state, facts }: CaseToKeep): boolean {
  if (state.name !== 'incomplete' || matter === 'complaint' || matter === 'breach') return false;
  return !IDENTIFYING.some((field) => field in facts);
}
