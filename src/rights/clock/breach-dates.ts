import { DateTime } from 'luxon';

import type { BankHolidays } from './bank-holidays';
import { receivedDay, type ClockInput } from './clock-input';
import type { ClockRules } from './clock-rules';
import type { BreachDates } from './due-dates';
import { explain } from './explain';
import { receivedStep, withoutEffectHere } from './steps-of-any-clock';

/**
 * By when a breach must be with the regulator: UK GDPR Article 33, in hours, through nights, weekends and holidays. The
 * message is taken for the moment from which we know. Where staff have set the day, it is that day's first moment.
 */
export function breachDates(input: ClockInput, { hours }: ClockRules['breach'], holidays: BankHolidays): BreachDates {
  const receivedOn = receivedDay(input);
  const aware =
    input.receivedOn === undefined
      ? DateTime.fromISO(input.receivedAt)
      : DateTime.fromISO(input.receivedOn, { zone: 'Europe/London' });
  const reportBy = aware.plus({ hours }).toJSDate().toISOString();
  return {
    clock: 'breach',
    ...explain({
      receivedOn,
      steps: [receivedStep(input), { what: 'hours_added', hours, until: reportBy }, ...withoutEffectHere(input)],
      workingDays: [],
      holidays,
    }),
    awareAt: aware.toJSDate().toISOString(),
    reportBy,
  };
}
