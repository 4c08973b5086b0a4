import { checkSigns } from './check-signs';
import { checkWhen, type FormProblem } from './check-when';
import type { Question, ReceiptFact, ReceiptParagraph } from './form';

interface ReadForm {
  readonly questions: readonly Question[];
  readonly receipt: { readonly facts: readonly ReceiptFact[]; readonly next: readonly ReceiptParagraph[] };
}

/**
 * What does not fit together in a form.
 * @param shared questions whose answers may be told though this form does not ask them
 * @param signs of danger that options may name; unknown where that is not to be checked
 */
export function checkForm(
  form: ReadForm,
  shared: ReadonlyMap<string, Question>,
  signs: readonly string[] | undefined,
): readonly FormProblem[] {
  const { questions, receipt } = form;
  const known = new Map([...shared, ...questions.map((question) => [question.id, question] as const)]);
  return [
    ...repeated(questions),
    ...withoutContact(questions),
    ...questions.flatMap(({ when }, index) => checkWhen(when, known, ['questions', index])),
    ...questions
      .filter((question) => shared.get(question.id) !== question)
      .flatMap((question) => checkSigns(question, signs, ['questions', questions.indexOf(question)])),
    ...receipt.facts.flatMap(({ when }, index) => checkWhen(when, known, ['receipt', 'facts', index])),
    ...receipt.next.flatMap(({ when }, index) => checkWhen(when, known, ['receipt', 'next', index])),
  ];
}

function repeated(questions: readonly Question[]): readonly FormProblem[] {
  const ids = questions.map(({ id }) => id);
  return ids.flatMap((id, index) => {
    const message = `"${id}" is asked twice`;
    return ids.indexOf(id) < index ? [{ path: ['questions', index], message }] : [];
  });
}

function withoutContact(questions: readonly Question[]): readonly FormProblem[] {
  if (questions.some(({ kind }) => kind === 'contact')) return [];
  return [{ path: ['questions'], message: 'has to ask for a way to reply: a question of the kind "contact"' }];
}
