import { CONTACT_FIELDS } from '../rights/case';
import type { Matter } from '../rights/matter';

/** What is asked about a matter, and what is said about it: a file of content/rights. */
export interface Form {
  readonly matter: Matter;
  /** In the person's voice, on the summary: "A copy of the information that you hold". */
  readonly asksFor: string;
  /** What we understood, played back: "You want a copy of the information that we hold." It fits whoever it is about. */
  readonly understood: string;
  /** In the order in which they are asked; `when` decides which of them apply. */
  readonly questions: readonly Question[];
  readonly receipt: ReceiptWords;
}

/** What the person gets once the form is sent, beside reference, dates and who has it. */
export interface ReceiptWords {
  /** "We have your request" */
  readonly heading: string;
  /** Rows of the receipt of an opt-out: what stops, what goes on. The day by which it stops is reckoned. */
  readonly facts: readonly ReceiptFact[];
  /** What happens next, a paragraph each. */
  readonly next: readonly ReceiptParagraph[];
}

export interface ReceiptFact {
  readonly label: string;
  readonly text: string;
  readonly when: When;
}

export interface ReceiptParagraph {
  readonly text: string;
  readonly when: When;
}

/**
 * How an answer is read. `text` takes any words; `choice` one of the options; `name` the name of a person; `contact` a way
 * to reply, which fills one of CONTACT_FIELDS; `place` an address or a postcode.
 */
export const QUESTION_KINDS = ['text', 'choice', 'name', 'contact', 'place'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface Question {
  /** The field that it fills; a `contact` question fills one of CONTACT_FIELDS instead. */
  readonly id: string;
  readonly kind: QuestionKind;
  /** On the summary and on the plain page: "Which company". */
  readonly label: string;
  readonly ask: string;
  readonly hint?: string | undefined;
  /** The answer to "why do you need that?" */
  readonly why: string;
  /** What to do where an answer cannot be read: "Enter an e-mail address with an @, like name@example.org". */
  readonly problem?: string | undefined;
  /** Cannot be passed over. Only a way to reply is; and even then the case stays. */
  readonly required: boolean;
  /** Of a `text`: what people write may be a question to the team, which we do not answer ourselves. */
  readonly mayBeQuestion?: boolean | undefined;
  /** Of a `text`: "change my name" is what somebody wants, and not that they told us another name before. */
  readonly mayBeChange?: boolean | undefined;
  /** Of a `choice`. */
  readonly options: readonly Option[];
  /** The option that "I do not know" means. */
  readonly unknown?: string | undefined;
  readonly when: When;
}

export interface Option {
  readonly id: string;
  /** On the button; pressing it sends exactly this. */
  readonly title: string;
  readonly note?: string | undefined;
  /** Other words for it, which count as an answer to the question: "my mum". */
  readonly saidAs: readonly string[];
  /** Words so telling that they count also when something else was asked, or nothing: "network homes". */
  readonly saidAnywhere: readonly string[];
  /** A sign of urgent.yaml: whoever chooses this sees its numbers before anything else. */
  readonly urgent?: string | undefined;
}

/**
 * Applies only where each of these fields has one of these values. A field without a fact has the value ''. The field
 * CONTACT has the names of the ways to reply that were told: `contact: [email, phone]` is "by e-mail or by phone".
 */
export type When = Readonly<Record<string, readonly string[]>>;

/** In a `When`: the ways to reply. No question fills a field of this name. */
export const CONTACT = 'contact';

/** Something told, by field. */
export type Told = Readonly<Record<string, string>>;

/** The questions that apply, given what was told. */
export function questionsThatApply(questions: readonly Question[], told: Told): readonly Question[] {
  return whatApplies(questions, told);
}

/** The facts or paragraphs of a receipt that apply, given what was told; questions, too. */
export function whatApplies<T extends { readonly when: When }>(items: readonly T[], told: Told): readonly T[] {
  return items.filter(({ when }) =>
    Object.entries(when).every(([field, values]) => valuesOf(field, told).some((value) => values.includes(value))),
  );
}

function valuesOf(field: string, told: Told): readonly string[] {
  const valueOf = (name: string): string => told[name] ?? '';
  return field === CONTACT ? CONTACT_FIELDS.filter((way) => valueOf(way) !== '') : [valueOf(field)];
}
