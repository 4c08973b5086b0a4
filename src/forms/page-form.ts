import type { Case } from '../rights/case';
import type { Matter } from '../rights/matter';
import { branchesOf, type Branch, type PageField } from './branches';
import type { Question } from './form';
import type { FormSource } from './form-view';

/** The questions of one case or several, all on one page. What only the answer to another one makes apply is there, too. */
export interface PageForm {
  /** What is asked about each matter alone. */
  readonly matters: readonly MatterPart[];
  /** What several forms ask, once. */
  readonly shared: readonly Branch[];
}

export interface MatterPart {
  readonly matter: Matter;
  readonly reference: string;
  readonly branches: readonly Branch[];
}

/** @param cases of one family, at most one a matter */
export function pageForm(cases: readonly Case[], forms: FormSource): PageForm {
  const { sharedQuestions } = forms;
  const asked = cases.map((one) => ({
    one,
    questions: withWhatTheyNeed(forms.formFor(one.matter).questions, sharedQuestions),
  }));
  const isShared = sharedBy(sharedQuestions);
  const matters = asked.map(({ one: { matter, reference }, questions }) => {
    const own = questions.filter((question) => !isShared(question));
    const fields = own.map((question) => ({ name: `${matter}.${question.id}`, question, references: [reference] }));
    return { matter, reference, branches: branchesOf(fields) };
  });
  const shared = asked
    .flatMap(({ one: { reference }, questions }) =>
      questions.filter(isShared).map((question) => ({ question, reference })),
    )
    .reduce<readonly PageField[]>(addShared, []);
  const order = sharedQuestions.map(({ id }) => id);
  const inOrder = shared.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  return { matters, shared: branchesOf(inOrder) };
}

/** Every field of a page, in the order in which they stand there. */
export function fieldsOnPage({ matters, shared }: PageForm): readonly PageField[] {
  return [...matters.flatMap(({ branches }) => branches), ...shared].flatMap(fieldsIn);
}

const fieldsIn = ({ field, groups }: Branch): readonly PageField[] => [
  field,
  ...groups.flatMap(({ branches }) => branches.flatMap(fieldsIn)),
];

/** A way to reply has the same name in all forms, though one of them may ask for it in other words. */
function sharedBy(sharedQuestions: readonly Question[]): (question: Question) => boolean {
  const ids = new Set(sharedQuestions.map(({ id }) => id));
  return (question) => sharedQuestions.includes(question) || (question.kind === 'contact' && ids.has(question.id));
}

/** The words of the form that cannot do without an answer count. */
function addShared(
  fields: readonly PageField[],
  { question, reference }: { readonly question: Question; readonly reference: string },
): readonly PageField[] {
  const same = fields.find(({ name }) => name === question.id);
  if (!same) return [...fields, { name: question.id, question, references: [reference] }];
  const both: PageField = {
    ...same,
    question: question.required && !same.question.required ? question : same.question,
    references: [...same.references, reference],
  };
  return fields.map((field) => (field === same ? both : field));
}

/**
 * A form may depend on what people tell without being asked ("my client"): on a page nobody can, unless they are asked.
 */
function withWhatTheyNeed(questions: readonly Question[], sharedQuestions: readonly Question[]): readonly Question[] {
  const needed = new Set(questions.flatMap(({ when }) => Object.keys(when)));
  const asked = new Set(questions.map(({ id }) => id));
  const missing = sharedQuestions.filter(({ id }) => needed.has(id) && !asked.has(id));
  return [...missing, ...questions];
}
