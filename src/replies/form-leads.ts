import type { Place } from '../forms/form-step';
import type { FormView } from '../forms/form-view';
import type { Case } from '../rights/case';
import { referencesOf } from './form-notes';
import { numbersOf } from './form-question-reply';
import type { FormWords } from './form-words';
import type { Replies } from './replies';

/** What is said before anything else. */
export interface Leads {
  readonly texts: readonly string[];
  /** Whether they say which question it is of how many. */
  readonly isPlaced?: boolean;
}

export interface More {
  readonly view: FormView;
  /** The cases that were raised beside the others. */
  readonly added: readonly Case[];
}

const none: Leads = { texts: [] };

/** What we say first of a request: what we understood, and that it is recorded. */
function recorded(view: FormView, { replies, formFor }: FormWords): Leads {
  const understood = view.cases.map(({ matter }) => formFor(matter).understood);
  const key = view.cases.length > 1 ? 'form.recorded-several' : 'form.recorded';
  return { texts: [...understood, replies.say(key, { references: referencesOf(view) })] };
}

/** What we say of what was raised beside it. */
function alsoRecorded({ view, added }: More, { replies, formFor }: FormWords): Leads {
  if (added.length === 0) return none;
  const understood = added.map(({ matter }) => formFor(matter).understood);
  return { texts: [...understood, replies.say('form.also-recorded', { references: referencesOf(view) })] };
}

/** What we say on the way back from something else, or to somebody who was away for a while. */
function backTo(view: FormView, place: Place, isAway: boolean, replies: Replies): Leads {
  if (place.at === 'cancel') return none;
  if (place.at === 'summary') return { texts: [replies.say(`form.${isAway ? 'welcome-back' : 'back-to'}-summary`)] };
  const text = replies.say(isAway ? 'form.welcome-back' : 'form.back-to', numbersOf(view, place.id));
  return { texts: [text], isPlaced: true };
}

export const formLeads = { none, recorded, alsoRecorded, backTo };
