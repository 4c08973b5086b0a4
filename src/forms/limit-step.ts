import type { Case } from '../rights/case';
import { isFull } from '../rights/case-limits';
import type { FormStep } from './form-step';

const FULL: FormStep = { changes: [], go: { at: 'summary' }, notes: [{ kind: 'full' }] };

/** A step that changes no answers where that has been done too often: the form can be sent, withdrawn or left. */
export function limitStep(step: FormStep, cases: readonly Case[]): FormStep {
  const isAnswering = step.changes.some(({ kind }) => kind !== 'sent' && kind !== 'withdrawn');
  return isAnswering && cases.some(isFull) ? FULL : step;
}
