import type { FormProblem } from './check-when';
import type { Question } from './form';

/**
 * Options that name a sign of danger which urgent.yaml does not have: whoever chose one would see no number to call.
 *
 * @param signs of urgent.yaml; unknown where that is not to be checked
 * @param place the keys of the question
 */
export function checkSigns(
  { options }: Question,
  signs: readonly string[] | undefined,
  place: readonly PropertyKey[],
): readonly FormProblem[] {
  return options.flatMap(({ id, urgent }) => {
    if (!signs || urgent === undefined || signs.includes(urgent)) return [];
    return [{ path: [...place, 'options', id, 'urgent'], message: `urgent.yaml has no sign "${urgent}"` }];
  });
}
