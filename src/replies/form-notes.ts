import type { Question } from '../forms/form';
import type { Note } from '../forms/form-step';
import { answerTo, itemOf, type FormView } from '../forms/form-view';
import { isReachable } from '../rights/case';
import type { Replies } from './replies';

/** What is said before the next question, a paragraph each. */
export function noteTexts(notes: readonly Note[], view: FormView, replies: Replies): readonly string[] {
  return notes.flatMap((note) => TEXTS[note.kind](note as never, view, replies)).filter((text) => text !== '');
}

type Texts = {
  readonly [K in Note['kind']]: (
    note: Extract<Note, { readonly kind: K }>,
    view: FormView,
    replies: Replies,
  ) => readonly string[];
};

const plain =
  (key: 'unread' | 'may-skip' | 'left-open' | 'needed' | 'at-first' | 'carrying-on' | 'from-before'): Texts['unread'] =>
  (_note, _view, replies) => [replies.say(`form.${key}`)];

const TEXTS: Texts = {
  why: ({ question }, view) => [questionOf(view, question)?.why ?? ''],
  problem: ({ question }, view, replies) => [questionOf(view, question)?.problem ?? replies.say('form.unread')],
  changed: ({ questions }, view, replies) => questions.flatMap((id) => toldText('changed', id, view, replies)),
  noted: ({ questions }, view, replies) => questions.flatMap((id) => toldText('noted', id, view, replies)),
  unread: plain('unread'),
  full: (_note, _view, replies) => [replies.say('form.full'), replies.say('contact.mailboxes')],
  'too-many': (_note, _view, replies) => [replies.say('form.too-many'), replies.say('contact.mailboxes')],
  'may-skip': plain('may-skip'),
  'left-open': plain('left-open'),
  needed: plain('needed'),
  'at-first': plain('at-first'),
  'carrying-on': plain('carrying-on'),
  'from-before': plain('from-before'),
  later: (_note, view, replies) => [replies.say('form.later', { references: referencesOf(view) })],
  withdrawn: (_note, view, replies) => [replies.say('form.withdrawn', { references: referencesOf(view) })],
  kept: (_note, view, replies) => [replies.say(keptKey(view), { references: referencesOf(view) })],
  person: (_note, _view, replies) => [replies.say('form.person'), replies.say('contact.mailboxes')],
  'not-sent-yet': (_note, _view, replies) => [replies.say('form.not-sent-yet', { send: replies.say('form.send') })],
  'what-to-change': (_note, view, replies) => [
    replies.say('form.what-to-change', { change: changeExample(view, replies) }),
  ],
};

/** "7K4M-2QX and 3PWT-8HC" */
export const referencesOf = ({ cases }: FormView): string =>
  new Intl.ListFormat('en-GB').format(cases.map(({ reference }) => reference));

/** What a button says, and what it sends, to have an answer changed. */
export function changeTitle({ label }: Question, replies: Replies): string {
  return replies.say('form.change', { label: label.charAt(0).toLowerCase() + label.slice(1) });
}

const questionOf = (view: FormView, id: string): Question | undefined => itemOf(view, id)?.question;

const keptKey = ({ cases }: FormView): 'form.kept-reachable' | 'form.kept-unreachable' =>
  cases.every(isReachable) ? 'form.kept-reachable' : 'form.kept-unreachable';

function toldText(key: 'changed' | 'noted', id: string, view: FormView, replies: Replies): readonly string[] {
  const question = view.questions.find((one) => one.id === id);
  const answer = question && answerTo(question, view.told);
  return answer === undefined ? [] : [replies.say(`form.${key}`, { label: question?.label ?? '', answer })];
}

function changeExample({ items }: FormView, replies: Replies): string {
  const question = (items.find(({ question: { required } }) => required) ?? items.at(-1))?.question;
  return question ? changeTitle(question, replies) : '';
}
