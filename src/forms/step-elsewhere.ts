import type { Question } from './form';
import type { FormStep, Place } from './form-step';

/**
 * What a message does that answers a question which only another window shows: all that it tells counts, and nobody is led
 * back.
 *
 * @param asked the question that was answered
 * @param place where the form is
 */
export function stepElsewhere(step: FormStep, asked: Question, place: Place): FormStep {
  const { go } = step;
  if (typeof go === 'string') return go === 'next' && isAside(place) ? { ...step, go: 'here' } : step;
  const isThere = go.at === 'question' && go.id === asked.id;
  if (isThere || place.at === 'cancel') return { ...step, go: 'here' };
  return go.at === 'cancel' ? { ...step, go: { ...go, from: place } } : step;
}

/** Whether the form is off the way from one question to the next. */
const isAside = (place: Place): boolean =>
  place.at === 'cancel' || (place.at === 'question' && place.isChange === true);
