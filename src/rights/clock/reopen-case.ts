import { checkTypedDay, type DayProblem } from './check-typed-day';
import { receivedDay, type ClockInput } from './clock-input';
import { londonDay } from '../../shared/london-day';

/** What staff decide about something new on a case that was dealt with. */
export interface Reopening {
  /** `same` where it belongs to what was asked before, `new` where it is a request of its own; a form may send anything. */
  readonly clock: string;
  readonly reason: string;
  /** ISO time of the message that brought it. */
  readonly cameAt: string;
}

export type Reopened =
  | { readonly accepted: true; readonly clock: 'same' | 'new'; readonly input: ClockInput }
  | { readonly accepted: false; readonly because: 'no_choice' | 'no_reason' | DayProblem };

/**
 * What the clock counts after staff have decided whether something new belongs to the case as it was or is another one.
 * No law says which it is, and the program never chooses: without a choice and a reason nothing is reopened. A new clock
 * starts with the message that brought it, and takes over no pause, proof or extension.
 */
export function reopenCase({ clock, reason, cameAt }: Reopening, input: ClockInput, now: Date): Reopened {
  if (clock !== 'same' && clock !== 'new') return { accepted: false, because: 'no_choice' };
  if (reason.trim() === '') return { accepted: false, because: 'no_reason' };
  const came = new Date(cameAt);
  const day = Number.isNaN(came.getTime()) ? '' : londonDay(came);
  const problem = checkTypedDay(day, receivedDay(input), londonDay(now));
  if (problem) return { accepted: false, because: problem };
  if (clock === 'same') return { accepted: true, clock, input };
  return {
    accepted: true,
    clock,
    input: { matter: input.matter, receivedAt: cameAt, proofs: [], clarifications: [] },
  };
}
