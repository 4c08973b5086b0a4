import type { BankHolidays } from './bank-holidays';
import { addDays, earlierOf } from './calendar-day';
import { receivedDay, type ClockInput } from './clock-input';
import type { ClockRules } from './clock-rules';
import type { ClockStep } from './clock-step';
import type { ComplaintDates } from './due-dates';
import { explain, stepTo } from './explain';
import { receivedStep, withoutEffectHere } from './steps-of-any-clock';
import { workingDayFrom } from './working-days';

/**
 * By when a complaint must be acknowledged: Data Protection Act 2018 section 164A. Its words ("beginning when the
 * complaint is received") and the regulator's guidance count differently; we keep both and act on the earlier.
 */
export function complaintDates(
  input: ClockInput,
  { acknowledgeDays: days, rulesFrom }: ClockRules['complaint'],
  holidays: BankHolidays,
): ComplaintDates {
  const receivedOn = receivedDay(input);
  const act = addDays(receivedOn, days - 1);
  const unmoved = addDays(receivedOn, days);
  const regulator = workingDayFrom(unmoved, holidays);
  const steps: ClockStep[] = [
    receivedStep(input),
    { what: 'days_added', days, countedFrom: 'receipt', on: act },
    { what: 'days_added', days, countedFrom: 'next_day', on: unmoved },
    stepTo(regulator),
    ...withoutEffectHere(input),
  ];
  return {
    clock: 'complaint',
    ...explain({ receivedOn, steps, workingDays: [regulator], rulesFrom, holidays }),
    acknowledgeBy: earlierOf(act, regulator.day),
    counts: { act, regulator: regulator.day },
  };
}
