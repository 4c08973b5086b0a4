import type { BankHolidays } from './bank-holidays';
import type { Day } from './calendar-day';
import { checkTypedDay, type DayProblem } from './check-typed-day';
import { receivedDay, type ClockInput, type ExtensionNotice } from './clock-input';
import type { ClockRules } from './clock-rules';
import type { ExtensionWithoutEffect } from './clock-step';
import { computeDue } from './compute-due';

export type MayExtend =
  /** `due` is the last day for the answer then; missing while the clock does not run. */
  | { readonly allowed: true; readonly due?: Day }
  | { readonly allowed: false; readonly because: ExtensionWithoutEffect['because'] | DayProblem };

/**
 * Whether a notice gives more time, before staff send it or note that they have. Sent late it never does, and the answer is
 * overdue.
 */
export function canExtend(
  input: ClockInput,
  notice: ExtensionNotice,
  today: Day,
  rules: ClockRules,
  holidays: BankHolidays,
): MayExtend {
  const problem = checkTypedDay(notice.sentOn, receivedDay(input), today);
  if (problem) return { allowed: false, because: problem };
  const dates = computeDue({ ...input, extension: notice }, rules, holidays);
  const refused = dates.steps.find((step) => step.what === 'extension_without_effect');
  if (refused) return { allowed: false, because: refused.because };
  return { allowed: true, ...(dates.clock === 'reply' && dates.state === 'running' && { due: dates.due }) };
}
