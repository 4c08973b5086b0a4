import { receivedDay, type ClockInput } from './clock-input';
import type { ClockStep } from './clock-step';

/** The first step of every clock. */
export function receivedStep(input: ClockInput): ClockStep {
  return { what: 'received', on: receivedDay(input), correctedByStaff: input.receivedOn !== undefined };
}

/** What was asked or sent on a matter whose time it cannot change. */
export function withoutEffectHere({ proofs, clarifications, extension }: ClockInput): readonly ClockStep[] {
  return [
    ...proofs.map((proof) => ({ what: 'proof_without_effect', proof, because: 'matter' }) as const),
    ...clarifications.map((question) => ({ what: 'question_without_effect', question, because: 'matter' }) as const),
    ...(extension ? [{ what: 'extension_without_effect', notice: extension, because: 'matter' } as const] : []),
  ];
}
