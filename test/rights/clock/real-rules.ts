import type { Clarification, ClockInput, ExtensionNotice } from '../../../src/rights/clock/clock-input';
import { computeDue } from '../../../src/rights/clock/compute-due';
import type { DueDates } from '../../../src/rights/clock/due-dates';
import { loadClock, type ClockContent } from '../../../src/rights/clock/load-clock';

/** The rules and the holidays as they are shipped. */
export const { rules, holidays } = loadClock('content').value as ClockContent;

type Reply = Extract<DueDates, { clock: 'reply' }>;
export type Running = Extract<Reply, { state: 'running' }>;

/** An access request received at noon of a day in London, on which nothing else has happened. */
export function received(day: string, more: Partial<ClockInput> = {}): ClockInput {
  return { matter: 'access', receivedAt: `${day}T12:00:00Z`, proofs: [], clarifications: [], ...more };
}

/** With the rules as they are shipped. */
export const dueOf = (input: ClockInput, table = holidays): DueDates => computeDue(input, rules, table);

/** The dates of a rights request. */
export function replyOf(input: ClockInput, table = holidays): Reply {
  const dates = dueOf(input, table);
  if (dates.clock !== 'reply') throw new Error(`the clock is ${dates.clock}`);
  return dates;
}

/** The dates of a rights request whose clock runs. */
export function runningOf(input: ClockInput, table = holidays): Running {
  const dates = replyOf(input, table);
  if (dates.state !== 'running') throw new Error(`the clock is ${dates.state}`);
  return dates;
}

/** A question about which information is meant. */
export function question(askedOn: string, answeredOn?: string): Clarification {
  return { about: 'information', askedOn, ...(answeredOn !== undefined && { answeredOn }) };
}

/** A notice that gives reasons. */
export const notice = (sentOn: string): ExtensionNotice => ({
  sentOn,
  ground: 'complexity',
  reasons: 'The file fills nine boxes, and many letters are about other people too.',
});
