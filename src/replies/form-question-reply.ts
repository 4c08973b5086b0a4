import type { Option, Question } from '../forms/form';
import type { Note } from '../forms/form-step';
import { answerOf, itemOf, type FormView, type Item } from '../forms/form-view';
import { emptyReply } from './empty-reply';
import type { FormButton, FormQuestion } from './form-part';
import { referencesOf } from './form-notes';
import type { FormWords } from './form-words';
import type { Replies } from './replies';
import type { Choice, Reply } from './reply';

export interface AskedQuestion {
  readonly id: string;
  readonly view: FormView;
  readonly texts: readonly string[];
  readonly notes: readonly Note[];
  /** Whether the texts say already which question it is of how many. */
  readonly isPlaced: boolean;
}

/** One question of a form: which it is of how many, and what can be answered. */
export function formQuestionReply({ id, view, texts, notes, isPlaced }: AskedQuestion, { replies }: FormWords): Reply {
  const item = itemOf(view, id);
  if (!item) return { ...emptyReply('form'), paragraphs: texts };
  const { question } = item;
  const part = questionPart(item, view, replies);
  const problem = notes.some((note) => note.kind === 'problem' && note.question === id) ? question.problem : undefined;
  return {
    ...emptyReply('form'),
    paragraphs: [
      ...texts,
      isPlaced ? part.ask : `${part.position}. ${part.ask}`,
      ...(part.hint === undefined ? [] : [part.hint]),
    ],
    choices: [...part.options, ...part.buttons.map(({ title }) => ({ title }))],
    form: {
      ...part,
      notes: texts.filter((text) => text !== problem),
      ...(problem !== undefined && { problem }),
    },
  };
}

function questionPart(item: Item, view: FormView, replies: Replies): FormQuestion {
  const { question } = item;
  const at = view.items.indexOf(item);
  const answer = answerOf(item, view);
  return {
    kind: 'question',
    question: question.id,
    references: view.cases.map(({ reference }) => reference),
    notes: [],
    number: at + 1,
    of: view.items.length,
    position: positionText(view, question.id, replies),
    ask: question.ask,
    ...(question.hint !== undefined && { hint: question.hint }),
    input: question.kind,
    options: question.options.map(choiceOf),
    ...(answer !== undefined && { answer }),
    saved: replies.say('form.saved', { references: referencesOf(view) }),
    buttons: buttonsOf(question, at, replies),
  };
}

/** "Question 3 of 6" */
export function positionText(view: FormView, id: string, replies: Replies): string {
  return replies.say('form.position', numbersOf(view, id));
}

export function numbersOf({ items }: FormView, id: string): { readonly number: string; readonly of: string } {
  const at = items.findIndex(({ question }) => question.id === id);
  return { number: String(at + 1), of: String(items.length) };
}

const choiceOf = ({ title, note }: Option): Choice => ({ title, ...(note !== undefined && { note }) });

function buttonsOf({ required }: Question, at: number, replies: Replies): readonly FormButton[] {
  return [
    ...(at > 0 ? [{ does: 'back', title: replies.say('form.back') } as const] : []),
    ...(required ? [] : [{ does: 'skip', title: replies.say('form.skip') } as const]),
    { does: 'later', title: replies.say('form.come-back') },
    { does: 'cancel', title: replies.say('form.cancel') },
  ];
}
