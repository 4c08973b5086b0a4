import type { FormStep, Place } from './form-step';

/**
 * What a message does that answers a question which only another window shows: all that it tells counts, and the form
 * stays where it is.
 *
 * @param answers the question that was answered
 */
export function stepElsewhere(step: FormStep, answers: string, place: Place): FormStep {
  const { go } = step;
  if (typeof go === 'string') return go === 'next' ? { ...step, go: 'here' } : step;
  const isThere = go.at === 'question' && go.id === answers;
  if (isThere || place.at === 'cancel') return { ...step, go: 'here' };
  return go.at === 'cancel' ? { ...step, go: { ...go, from: place } } : step;
}
