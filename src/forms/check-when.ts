import { CONTACT_FIELDS } from '../rights/case';
import { CONTACT, type Question, type When } from './form';

/** Something that does not fit together in a file of content/rights. */
export interface FormProblem {
  /** Keys from the top of the file. */
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/**
 * Fields that no question fills, and values that they never have.
 * @param known the questions whose answers may be told
 * @param place the keys of what the condition belongs to
 */
export function checkWhen(
  when: When,
  known: ReadonlyMap<string, Question>,
  place: readonly PropertyKey[],
): readonly FormProblem[] {
  return Object.entries(when).flatMap(([field, values]) => {
    const path = [...place, 'when', field];
    const possible = valuesOf(field, known);
    if (!possible) return [{ path, message: `there is no choice "${field}" among the questions` }];
    const never = values.filter((value) => !possible.includes(value));
    return never.map((value) => ({ path, message: `"${field}" never has the value "${value}"` }));
  });
}

function valuesOf(field: string, known: ReadonlyMap<string, Question>): readonly string[] | undefined {
  if (field === CONTACT) return CONTACT_FIELDS;
  const question = known.get(field);
  return question?.kind === 'choice' ? ['', ...question.options.map(({ id }) => id)] : undefined;
}
