import type { Go, Place } from './form-step';
import { isDealtWith, itemOf, nextOpen, type FormView } from './form-view';

/**
 * Where a form is after a step; undefined once it is over.
 *
 * @param asked the question that was answered, which another window may have gone on from
 * @param before where it was
 * @param view as it is after the step
 */
export function placeAfter(go: Go, asked: string | undefined, before: Place, view: FormView): Place | undefined {
  if (go === 'over') return undefined;
  const place = placeOf(go, asked, before, view);
  return place.at === 'summary' && isUnsafe(view) ? { at: 'question', id: SAFE, isChange: true } : place;
}

/** The question to begin or go on with; the summary, where there is none. */
export function firstPlace(view: FormView, after?: string): Place {
  const next = nextOpen(view, after);
  return next ? { at: 'question', id: next.question.id } : { at: 'summary' };
}

/** Where a form is whose question may not apply any more, by what was told since. */
export function standing(place: Place, view: FormView): Place {
  if (place.at !== 'question' || itemOf(view, place.id)) return place;
  return place.isChange && !place.isOnWay ? { at: 'summary' } : firstPlace(view, place.id);
}

function placeOf(go: Exclude<Go, 'over'>, asked: string | undefined, before: Place, view: FormView): Place {
  switch (go) {
    case 'first':
      return firstPlace(view);
    case 'next':
      return firstPlace(view, asked);
    case 'here':
      return isAnswered(before, view) ? firstPlace(view, before.id) : standing(before, view);
    default:
      return standing(go, view);
  }
}

type QuestionPlace = Extract<Place, { readonly at: 'question' }>;

function isAnswered(place: Place, view: FormView): place is QuestionPlace {
  const item = place.at === 'question' && !place.isChange ? itemOf(view, place.id) : undefined;
  return item !== undefined && isDealtWith(item, view);
}

/** The question that has to be asked anew when the way to reply is another one. */
export const SAFE = 'safe';

/** Whether what was said of one way to reply was taken back with it, and not said of another. */
function isUnsafe(view: FormView): boolean {
  const item = itemOf(view, SAFE);
  if (!item || SAFE in view.told) return false;
  return view.cases.some(({ timeline }) => timeline.findLast(({ about }) => about === SAFE)?.what === 'untold');
}
