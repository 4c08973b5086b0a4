import type { Note, Place } from '../forms/form-step';
import type { FormView } from '../forms/form-view';
import { assertNever } from '../shared/assert-never';
import type { Leads } from './form-leads';
import { formCancelReply } from './form-cancel-reply';
import { noteTexts } from './form-notes';
import { formQuestionReply } from './form-question-reply';
import { formSummaryReply } from './form-summary-reply';
import type { FormWords } from './form-words';
import type { Reply } from './reply';

/** Where a form stands, and what is said before it. */
export interface FormStanding {
  readonly view: FormView;
  readonly place: Place;
  /** Our own words that come first: that a request is recorded, that we go back to it. */
  readonly leads: Leads;
  readonly notes: readonly Note[];
}

/** What the desk says while a form is filled in. */
export function formReply(standing: FormStanding, words: FormWords): Reply {
  const { place, view, leads, notes } = standing;
  const texts = [...leads.texts, ...noteTexts(notes, view, words.replies)];
  switch (place.at) {
    case 'question':
      return formQuestionReply({ id: place.id, view, texts, notes, isPlaced: leads.isPlaced ?? false }, words);
    case 'summary':
      return formSummaryReply(view, { texts, notes }, words);
    case 'cancel':
      return formCancelReply(view, texts, words.replies);
    default:
      return assertNever(place);
  }
}
