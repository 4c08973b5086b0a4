import type { BankHolidays } from './bank-holidays';
import { laterOf, type Day } from './calendar-day';
import type { AskedProof } from './clock-input';
import type { ReplyRules } from './clock-rules';
import type { ClockStep, ProofWithoutEffect } from './clock-step';
import { countPeriod, isOver } from './period';
import type { Pause } from './pauses';
import { addWorkingDays } from './working-days';

export interface ClockStart {
  /** While something is awaited, the latest start that we know of. */
  readonly start: Day;
  readonly awaited: readonly AskedProof[];
  readonly steps: readonly ClockStep[];
}

interface Circumstances {
  readonly receivedOn: Day;
  readonly pauses: readonly Pause[];
  readonly rules: ReplyRules;
  readonly holidays: BankHolidays;
}

/**
 * When the clock starts: the latest of receipt, proof of identity, proof of authority and fee (UK GDPR Article 12A). Only
 * what was needed, and promptly asked for, moves it, and nothing that was asked for when the first time was over, extended
 * or not: a late answer cannot be made good by a question.
 */
export function startOfClock(proofs: readonly AskedProof[], circumstances: Circumstances): ClockStart {
  const inOrder = [...proofs].sort((one, other) => (one.askedOn < other.askedOn ? -1 : 1));
  return inOrder.reduce<ClockStart>((sofar, proof) => withProof(sofar, proof, circumstances), {
    start: circumstances.receivedOn,
    awaited: [],
    steps: [],
  });
}

function withProof(sofar: ClockStart, proof: AskedProof, circumstances: Circumstances): ClockStart {
  const { start, awaited, steps } = sofar;
  const because = whyWithoutEffect(sofar, proof, circumstances);
  if (because) return { ...sofar, steps: [...steps, { what: 'proof_without_effect', proof, because }] };
  if (proof.receivedOn === undefined) {
    return { start, awaited: [...awaited, proof], steps: [...steps, { what: 'proof_awaited', proof }] };
  }
  const moved = laterOf(start, proof.receivedOn);
  return { start: moved, awaited, steps: [...steps, { what: 'proof_received', proof, on: moved }] };
}

function whyWithoutEffect(
  { start, awaited }: ClockStart,
  { needed, neededSince, askedOn }: AskedProof,
  { receivedOn, pauses, rules, holidays }: Circumstances,
): ProofWithoutEffect['because'] | undefined {
  if (!needed) return 'not_needed';
  const clearSince = laterOf(neededSince ?? receivedOn, receivedOn);
  const askBy = addWorkingDays(clearSince, rules.askWithinWorkingDays, holidays).day;
  if (askedOn > askBy) return 'asked_late';
  const isRunning = awaited.length === 0;
  return isRunning && isOver(countPeriod(start, rules.months, pauses), askedOn) ? 'time_was_over' : undefined;
}
