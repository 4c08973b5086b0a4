import type { Place } from '../forms/form-step';
import type { FormView } from '../forms/form-view';
import { referencesOf } from './form-notes';
import { numbersOf } from './form-question-reply';
import type { FormWords } from './form-words';
import type { Replies } from './replies';

/** What we say first of a request: what we understood, and that it is recorded. */
function recorded(view: FormView, { replies, formFor }: FormWords): readonly string[] {
  const understood = view.cases.map(({ matter }) => formFor(matter).understood);
  return [...understood, replies.say('form.recorded', { references: referencesOf(view) })];
}

/** What we say of what was raised beside it. */
function alsoRecorded(view: FormView, { replies, formFor }: FormWords): readonly string[] {
  const last = view.cases.at(-1);
  const understood = last ? [formFor(last.matter).understood] : [];
  return [...understood, replies.say('form.also-recorded', { references: referencesOf(view) })];
}

/** What we say on the way back from something else, or to somebody who was away for a while. */
function backTo(view: FormView, place: Place, isAway: boolean, replies: Replies): readonly string[] {
  if (place.at === 'cancel') return [];
  if (place.at === 'summary') return [replies.say(isAway ? 'form.welcome-back-summary' : 'form.back-to-summary')];
  return [replies.say(isAway ? 'form.welcome-back' : 'form.back-to', numbersOf(view, place.id))];
}

export const formLeads = { recorded, alsoRecorded, backTo };
