import type { Question, Told } from './form';

/** What people can say anywhere in a form, beside an answer. */
export type FormCommand =
  | {
      readonly kind:
        | 'back'
        | 'skip'
        | 'unknown'
        | 'why'
        | 'refuse'
        | 'cancel'
        | 'carry-on'
        | 'start-again'
        | 'person'
        | 'send'
        | 'keep'
        | 'withdraw'
        | 'later'
        | 'yes'
        | 'no';
    }
  | { readonly kind: 'change'; readonly question: string };

/** What a message tells while a question is asked. */
export type AnswerReading =
  /** An answer, and whatever else was told beside it. */
  | { readonly kind: 'answered'; readonly told: Told }
  /** No answer to what was asked, but something else of the form. */
  | { readonly kind: 'also'; readonly told: Told }
  /** It looks like an answer and cannot be read: the question's `problem` says what to do. */
  | { readonly kind: 'problem' }
  | { readonly kind: 'nothing' };

/** How messages are read while a form is filled in. */
export interface FormReaders {
  /** @param asked none at the summary, where every question may be answered anew */
  readAnswer(text: string, asked: Question | undefined, questions: readonly Question[], told: Told): AnswerReading;
  readCommand(text: string, questions: readonly Question[]): FormCommand | undefined;
}
