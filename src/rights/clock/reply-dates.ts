import type { BankHolidays } from './bank-holidays';
import { addDays, addMonths, earlierOf } from './calendar-day';
import type { ClockInput } from './clock-input';
import type { MatterClock, ReplyRules } from './clock-rules';
import { countReply, timeInForce, type ReplyCount } from './count-reply';
import type { ReplyDates, ReplyState } from './due-dates';
import { explain } from './explain';
import { replySteps } from './reply-steps';
import { receivedStep } from './steps-of-any-clock';
import { workingDayFrom, workingDayUpTo, type WorkingDay } from './working-days';

/** By when a rights request must be answered: UK GDPR Articles 12(3) and 12A, counted as the ICO does. */
export function replyDates(
  input: ClockInput,
  { clarificationPauses }: Extract<MatterClock, { clock: 'reply' }>,
  rules: ReplyRules,
  holidays: BankHolidays,
): ReplyDates {
  const count = countReply(input, clarificationPauses, rules, holidays);
  const { receivedOn, started, first, longer } = count;
  const safe = safeDay(count, rules, holidays);
  const target = workingDayUpTo(addDays(receivedOn, rules.targetDays), holidays);
  const fromStart = started.awaited.length === 0 ? [first.lastDay, longer.lastDay] : [];
  return {
    clock: 'reply',
    ...explain({
      receivedOn,
      steps: [receivedStep(input), ...replySteps(count)],
      workingDays: [target, safe, ...fromStart],
      rulesFrom: rules.rulesFrom,
      holidays,
    }),
    safeDue: safe.day,
    target: earlierOf(target.day, safe.day),
    ...stateOf(count),
  };
}

/** The due date as if nothing but a notice that was in time for this very date had moved it. */
function safeDay({ receivedOn, extension }: ReplyCount, rules: ReplyRules, holidays: BankHolidays): WorkingDay {
  const first = workingDayFrom(addMonths(receivedOn, rules.months), holidays);
  const isExtended = extension.state === 'sent' && extension.notice.sentOn <= first.day;
  return isExtended ? workingDayFrom(addMonths(receivedOn, rules.extendedMonths), holidays) : first;
}

function stateOf(count: ReplyCount): ReplyState {
  const { started, first, longer, extension } = count;
  if (started.awaited.length > 0)
    return { state: 'not_started', waitingFor: started.awaited.map(({ proof }) => proof) };
  const { start } = started;
  const { period, lastDay } = timeInForce(count);
  if (period.openSince !== undefined) {
    return { state: 'paused', start, since: period.openSince, dueAtEarliest: lastDay.day };
  }
  const state = extension.state === 'sent' ? 'sent' : 'possible';
  return {
    state: 'running',
    start,
    due: lastDay.day,
    extension: { state, noticeBy: first.lastDay.day, due: longer.lastDay.day },
  };
}
