import type { BankHolidays } from './bank-holidays';
import type { Day } from './calendar-day';
import { receivedDay, type ClockInput } from './clock-input';
import type { ReplyRules } from './clock-rules';
import { judgeClarifications, type JudgedClarifications } from './judge-clarifications';
import { judgeExtension, type JudgedExtension } from './judge-extension';
import { pauseOf } from './pauses';
import { countPeriod, type Period } from './period';
import { startOfClock, type ClockStart } from './start-of-clock';
import { workingDayFrom, type WorkingDay } from './working-days';

/** What the dates of a rights request and the steps to them are made of. */
export interface ReplyCount {
  readonly receivedOn: Day;
  readonly questions: JudgedClarifications;
  readonly started: ClockStart;
  readonly first: Time;
  /** What an extension gives: counted from the start, never added to the first time. */
  readonly longer: Time;
  readonly extension: JudgedExtension;
}

export interface Time {
  readonly period: Period;
  /** The end of the period, moved on to a working day; while a question is unanswered, the earliest that it can be. */
  readonly lastDay: WorkingDay;
}

/** Counts the time for a rights request and judges everything that could change it. */
export function countReply(
  input: ClockInput,
  clarificationPauses: boolean,
  rules: ReplyRules,
  holidays: BankHolidays,
): ReplyCount {
  const receivedOn = receivedDay(input);
  const questions = judgeClarifications(input.clarifications, clarificationPauses);
  const pauses = questions.pausing.map(pauseOf);
  const started = startOfClock(input.proofs, { receivedOn, pauses, rules, holidays });
  const timeOf = (months: number): Time => {
    const period = countPeriod(started.start, months, pauses);
    return { period, lastDay: workingDayFrom(period.end, holidays) };
  };
  const first = timeOf(rules.months);
  const isKnown = started.awaited.length === 0 && first.period.openSince === undefined;
  const extension = judgeExtension(input.extension, receivedOn, isKnown ? first.lastDay.day : undefined);
  return { receivedOn, questions, started, first, longer: timeOf(rules.extendedMonths), extension };
}

/** The time that counts: the longer one where an extension is in force. */
export const timeInForce = ({ extension, first, longer }: ReplyCount): Time =>
  extension.state === 'sent' ? longer : first;
