import { assertNever } from '../../shared/assert-never';
import type { BankHolidays } from './bank-holidays';
import { breachDates } from './breach-dates';
import { receivedDay, type ClockInput } from './clock-input';
import type { ClockRules } from './clock-rules';
import { countOnce } from './count-once';
import { complaintDates } from './complaint-dates';
import type { DueDates } from './due-dates';
import { explain } from './explain';
import { optOutDates } from './opt-out-dates';
import { replyDates } from './reply-dates';
import { receivedStep, withoutEffectHere } from './steps-of-any-clock';

/**
 * Works out by when a case must be dealt with, with every step on the way, and everything to be wary of.
 *
 * It depends on nothing else, today's date included: a case whose dates may have moved, because something has happened or
 * a holiday was proclaimed, is simply worked out anew.
 *
 * @throws AppError `not_a_day` for a damaged date
 */
export function computeDue(happened: ClockInput, rules: ClockRules, holidays: BankHolidays): DueDates {
  const input = countOnce(happened);
  const matter = rules.matters[input.matter];
  switch (matter.clock) {
    case 'reply':
      return replyDates(input, matter, rules.reply, holidays);
    case 'opt_out':
      return optOutDates(input, matter, rules, holidays);
    case 'complaint':
      return complaintDates(input, rules.complaint, holidays);
    case 'breach':
      return breachDates(input, rules.breach, holidays);
    case 'none': {
      const steps = [receivedStep(input), ...withoutEffectHere(input)];
      return { clock: 'none', ...explain({ receivedOn: receivedDay(input), steps, workingDays: [], holidays }) };
    }
    default:
      return assertNever(matter);
  }
}
