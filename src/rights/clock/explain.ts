import type { BankHolidays } from './bank-holidays';
import type { Day } from './calendar-day';
import type { ClockStep, ClockWarning } from './clock-step';
import type { Explained } from './due-dates';
import type { WorkingDay } from './working-days';

interface Told {
  readonly receivedOn: Day;
  readonly steps: readonly ClockStep[];
  /** All working days that are shown as dates. */
  readonly workingDays: readonly WorkingDay[];
  /** The first day of the rules that the dates follow. */
  readonly rulesFrom?: Day;
  readonly holidays: BankHolidays;
}

/** What every clock tells, with the warnings that follow from its steps and dates. */
export function explain({ receivedOn, steps, workingDays, rulesFrom, holidays }: Told): Explained {
  const unsure = new Set(workingDays.filter((found) => !found.holidaysKnown).map(({ day }) => day));
  const warnings: ClockWarning[] = [
    ...steps.filter(isWarning),
    ...[...unsure].map((day) => ({ what: 'outside_holiday_table', day }) as const),
    ...(rulesFrom !== undefined && receivedOn < rulesFrom ? [{ what: 'old_rules', rulesFrom } as const] : []),
  ];
  return { receivedOn, steps, warnings, holidaysCheckedOn: holidays.checkedOn };
}

/** How a day became a working day. */
export function stepTo({ from, day, passedOver }: WorkingDay): ClockStep {
  return day === from ? { what: 'is_working_day', on: day } : { what: 'moved_on', from, passedOver, on: day };
}

function isWarning(step: ClockStep): step is ClockStep & ClockWarning {
  return (
    step.what === 'proof_without_effect' ||
    step.what === 'question_without_effect' ||
    step.what === 'extension_without_effect'
  );
}
