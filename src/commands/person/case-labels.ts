import type { Forms } from '../../forms/forms';
import type { Question } from '../../forms/form';
import type { Matter } from '../../rights/matter';
import type { CaseLabels } from '../../web/pages/person-cases';

/** What fields and answers are called in the forms that people filled in. One that no form has any more keeps its id. */
export function caseLabels(forms: Forms): CaseLabels {
  const questionOf = (matter: Matter, field: string): Question | undefined =>
    [...forms.formFor(matter).questions, ...forms.sharedQuestions].find(({ id }) => id === field);
  return {
    asksFor: (matter) => forms.formFor(matter).asksFor,
    field: (matter, field) => questionOf(matter, field)?.label ?? WAYS[field] ?? field,
    value: (matter, field, value) => questionOf(matter, field)?.options.find(({ id }) => id === value)?.title ?? value,
  };
}

/** One question asks for any of these. */
const WAYS: Readonly<Record<string, string>> = {
  email: 'E-mail',
  phone: 'Telephone',
  post: 'Post',
  collect: 'Collect in person',
};
