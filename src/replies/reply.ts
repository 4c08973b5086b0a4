import type { DeclineReason } from '../search/understanding';
import type { Choice } from './choice';
import type { FormPart } from './form-part';

export type { Choice } from './choice';

/** What the desk says in one turn, before any channel gives it a form. */
export interface Reply {
  readonly kind:
    | 'welcome'
    | 'answer'
    | 'clarify'
    | 'flow'
    | 'decline'
    | 'smalltalk'
    | 'summary'
    | 'urgent'
    | 'not-kept'
    | 'failure'
    | 'form';
  /** Our own words, before any quote. A first line in `heading` is a title. */
  readonly heading?: string;
  readonly paragraphs: readonly string[];
  /** The words of the notice that answer; the first is the best. */
  readonly quotes: readonly Quote[];
  /** What the law says where the notice does not, or not any more: shown after the quotes, and never among their words. */
  readonly notes?: readonly ReplyNote[];
  /** Our own words after the quotes. */
  readonly after: readonly string[];
  /** Pairs of a short label and a sentence: the facts of the welcome, the numbers to call in an emergency. */
  readonly facts: readonly Fact[];
  /** Offered as buttons. In a `clarify` reply they are the possible meanings. */
  readonly choices: readonly Choice[];
  /** The whole question, where the message leant on the answer before it. It stands in the first paragraph, too. */
  readonly completed?: string;
  /** Of a decline. */
  readonly declined?: Declined;
  /** Of a form: the same once more, for clients that can show it as one. */
  readonly form?: FormPart;
}

export interface Declined {
  readonly why: DeclineReason;
  /** The passage that came nearest to a matter of privacy, by id; it may not be shown. */
  readonly nearest?: string;
}

export interface Quote {
  readonly passageId: string;
  /** Word for word, as in the notice; lines are parted by line breaks. */
  readonly text: string;
  readonly form: 'paragraph' | 'bullet' | 'numbered';
  readonly leadIn?: string;
  /** Something was left out between the lead-in and the text: show […]. */
  readonly cut: boolean;
  /** What completes a text that ends with a colon, word for word: items of a list, or addresses, which have line breaks. */
  readonly items?: readonly string[];
  /** More items follow that were left out: show […] after them. */
  readonly cutAfter?: true;
  readonly section: string;
  readonly version: string;
  /** "September 2023" */
  readonly publishedAs: string;
  /** Where the passage stands in the published notice, as an absolute URL. */
  readonly url: string;
}

/** A note on the law, with the words that set it apart from those of the notice. */
export interface ReplyNote {
  /** As in law-notes.yaml. */
  readonly id: string;
  /** "This is not from the notice:" */
  readonly label: string;
  readonly text: string;
}

export interface Fact {
  readonly label: string;
  readonly text: string;
  /** A number to call, as people write it. */
  readonly phone?: string;
}
