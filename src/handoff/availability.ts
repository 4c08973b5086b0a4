import type { Clock } from '../shared/clock';
import type { Attendance } from './attendance';
import type { HandoverRules } from './handover-rules';
import { openingAt } from './opening-hours';

/** Whether somebody can take a chat now, and if not, why. */
export type Availability =
  | { readonly kind: 'open'; readonly until: Date | undefined }
  /** @param opens undefined where it does not open within a month */
  | { readonly kind: 'closed'; readonly opens: Date | undefined }
  /** Within the hours, and nobody of the team takes chats. */
  | { readonly kind: 'nobody' };

export interface AvailabilityDependencies {
  readonly clock: Clock;
  readonly rules: HandoverRules;
  readonly attendance: Attendance;
  /** Days in London, YYYY-MM-DD. */
  readonly holidays: ReadonlySet<string>;
}

/** Asked once, at the moment of handing over: a message that comes a minute after closing is no chat that is lost. */
export async function availabilityOf(team: string, deps: AvailabilityDependencies): Promise<Availability> {
  const { clock, rules, attendance, holidays } = deps;
  const { isOpen, until } = openingAt(clock.now(), rules.hours, holidays);
  if (!isOpen) return { kind: 'closed', opens: until };
  const isAnybodyThere = (await attendance.taking(team)).length > 0;
  return isAnybodyThere ? { kind: 'open', until } : { kind: 'nobody' };
}
