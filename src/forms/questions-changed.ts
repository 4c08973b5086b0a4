import type { Question, Told } from './form';
import { answerTo, type FormView } from './form-view';

/** Questions whose answer is replaced by what was told, but the one that was asked. */
export function questionsChanged(told: Told, asked: Question | undefined, view: FormView): readonly string[] {
  return view.items
    .map(({ question }) => question)
    .filter((question) => question.id !== asked?.id)
    .filter((question) => {
      const before = answerTo(question, view.told);
      return before !== undefined && before !== answerTo(question, { ...view.told, ...told });
    })
    .map(({ id }) => id);
}
