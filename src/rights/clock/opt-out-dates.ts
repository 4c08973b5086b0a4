import type { BankHolidays } from './bank-holidays';
import { addMonths } from './calendar-day';
import { receivedDay, type ClockInput } from './clock-input';
import type { ClockRules, MatterClock } from './clock-rules';
import type { ClockStep } from './clock-step';
import type { OptOutDates } from './due-dates';
import { explain, stepTo } from './explain';
import { addWorkingDays, workingDayFrom } from './working-days';
import { receivedStep, withoutEffectHere } from './steps-of-any-clock';

/** By when an opt-out or a withdrawn consent takes effect: our own aim, and the month of UK GDPR Article 12(3) for some. */
export function optOutDates(
  input: ClockInput,
  { answerWithinMonth }: Extract<MatterClock, { clock: 'opt_out' }>,
  { optOut, reply }: ClockRules,
  holidays: BankHolidays,
): OptOutDates {
  const receivedOn = receivedDay(input);
  const target = addWorkingDays(receivedOn, optOut.workingDays, holidays);
  const unmoved = addMonths(receivedOn, reply.months);
  const due = answerWithinMonth ? workingDayFrom(unmoved, holidays) : undefined;
  const steps: ClockStep[] = [
    receivedStep(input),
    { what: 'working_days_added', days: optOut.workingDays, passedOver: target.passedOver, on: target.day },
    ...(due
      ? [{ what: 'months_added', months: reply.months, from: receivedOn, on: unmoved } as const, stepTo(due)]
      : []),
    ...withoutEffectHere(input),
  ];
  const explained = explain({ receivedOn, steps, workingDays: due ? [target, due] : [target], holidays });
  return { clock: 'opt_out', ...explained, target: target.day, ...(due && { due: due.day }) };
}
