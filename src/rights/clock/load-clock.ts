import type { Loaded } from '../../shared/content-problem';
import type { BankHolidays } from './bank-holidays';
import type { ClockRules } from './clock-rules';
import { loadBankHolidays } from './load-bank-holidays';
import { loadClockRules } from './load-clock-rules';

/** What every date is worked out from, beside the case. */
export interface ClockContent {
  readonly rules: ClockRules;
  readonly holidays: BankHolidays;
}

/** Reads clocks.yaml and bank-holidays.yaml. */
export function loadClock(contentDir: string): Loaded<ClockContent | undefined> {
  const rules = loadClockRules(contentDir);
  const holidays = loadBankHolidays(contentDir);
  const value = rules.value && holidays.value ? { rules: rules.value, holidays: holidays.value } : undefined;
  return { value, problems: [...rules.problems, ...holidays.problems] };
}
