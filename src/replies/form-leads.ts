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
  if (place.at === 'summary') {
    const references = referencesOf(view);
    return {
      texts: [isAway ? replies.say('form.welcome-back-summary', { references }) : replies.say('form.back-to-summary')],
    };
  }
  const numbers = numbersOf(view, place.id);
  const text = isAway
    ? replies.say('form.welcome-back', { ...numbers, references: referencesOf(view) })
    : replies.say('form.back-to', numbers);
  return { texts: [text], isPlaced: true };
}

/** What we say below help in danger: nobody has to answer now. */
const whenReady = (replies: Replies): Leads => ({ texts: [replies.say('form.when-ready')] });

/** What we say to somebody who goes on with a form that was left. */
const resumed = (view: FormView, replies: Replies): Leads => ({
  texts: [replies.say('form.resumed', { references: referencesOf(view) })],
});

export const formLeads = { none, recorded, alsoRecorded, backTo, whenReady, resumed };
