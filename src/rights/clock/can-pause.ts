import type { BankHolidays } from './bank-holidays';
import type { Day } from './calendar-day';
import { checkTypedDay, type DayProblem } from './check-typed-day';
import { receivedDay, type Clarification, type ClockInput } from './clock-input';
import type { ClockRules } from './clock-rules';
import type { QuestionWithoutEffect } from './clock-step';
import { computeDue } from './compute-due';

export type MayPause =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly because: QuestionWithoutEffect['because'] | DayProblem };

/** Whether a question stops the clock, before staff ask it or note its answer. It may be asked all the same. */
export function canPause(
  input: ClockInput,
  question: Clarification,
  today: Day,
  rules: ClockRules,
  holidays: BankHolidays,
): MayPause {
  const receivedOn = receivedDay(input);
  const problem =
    checkTypedDay(question.askedOn, receivedOn, today) ??
    (question.answeredOn === undefined ? undefined : checkTypedDay(question.answeredOn, receivedOn, today));
  if (problem) return { allowed: false, because: problem };
  const { steps } = computeDue({ ...input, clarifications: [...input.clarifications, question] }, rules, holidays);
  const refused = steps.find((step) => step.what === 'question_without_effect' && step.question === question);
  return refused?.what === 'question_without_effect' ? { allowed: false, because: refused.because } : { allowed: true };
}
