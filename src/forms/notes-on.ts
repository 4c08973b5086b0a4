import type { Question, Told } from './form';
import type { Note } from './form-step';
import { answerTo, fieldsOf, type FormView } from './form-view';

/** Two questions for a way to reply fill the same fields. */
const isAlike = (question: Question, asked: Question | undefined): boolean =>
  question.id === asked?.id || (question.kind === 'contact' && asked?.kind === 'contact');

/** What to say of things that were told beside the answer: which answers they replace, and which are new. */
export function notesOn(facts: Told, asked: Question | undefined, view: FormView): readonly Note[] {
  const told = { ...view.told, ...facts };
  const others = view.questions.filter(
    (question) => !isAlike(question, asked) && fieldsOf(question).some((field) => field in facts),
  );
  const isNew = (question: Question): boolean => answerTo(question, view.told) === undefined;
  const isOther = (question: Question): boolean => answerTo(question, view.told) !== answerTo(question, told);
  // One way to reply may answer two questions; it is told once.
  const first = others.filter((one, at) => others.findIndex((other) => isAlike(one, other)) === at);
  const noted = first.filter(isNew).map(({ id }) => id);
  const changed = first.filter((question) => !isNew(question) && isOther(question)).map(({ id }) => id);
  return [
    ...(changed.length > 0 ? [{ kind: 'changed', questions: changed } as const] : []),
    ...(noted.length > 0 ? [{ kind: 'noted', questions: noted } as const] : []),
  ];
}
