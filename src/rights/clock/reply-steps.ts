import type { ClockStep } from './clock-step';
import { timeInForce, type ReplyCount, type Time } from './count-reply';
import { stepTo } from './explain';
import { outsideOf } from './judge-clarifications';

/** How the dates of a rights request came about after receipt, in the order of the reckoning. */
export function replySteps(count: ReplyCount): readonly ClockStep[] {
  const { started, questions, extension } = count;
  return [
    ...started.steps,
    ...questions.withoutEffect,
    // Before the clock has started there is nothing to count.
    ...(started.awaited.length === 0 ? stepsFromStart(count) : []),
    ...(extension.state === 'without_effect' ? [extension.step] : []),
  ];
}

function stepsFromStart(count: ReplyCount): readonly ClockStep[] {
  const { first, longer, started, questions, extension } = count;
  return [
    ...stepsOfTime(first),
    ...(extension.state === 'sent'
      ? [{ what: 'extended', notice: extension.notice, on: started.start } as const, ...stepsOfTime(longer)]
      : []),
    ...outsideOf(timeInForce(count).period, questions.pausing),
  ];
}

function stepsOfTime({ period, lastDay }: Time): readonly ClockStep[] {
  const { start, months, unpaused, leftOut, openSince } = period;
  return [
    { what: 'months_added', months, from: start, on: unpaused },
    ...leftOut.map(({ from, to, days, end }) => ({ what: 'days_left_out', from, to, days, on: end }) as const),
    openSince === undefined ? stepTo(lastDay) : { what: 'answer_awaited', since: openSince },
  ];
}
