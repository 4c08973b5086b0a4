import type { QuestionKind } from '../forms/form';
import type { Choice } from './choice';

/**
 * A form as a client can show it. Everything is also in the reply's paragraphs and choices, for clients that show text;
 * and pressing a button sends its title as a message, as anybody could write it.
 */
export type FormPart = FormQuestion | FormSummary | FormCancel | Receipt;

interface FormState {
  /** Of the cases, as people read them aloud. */
  readonly references: readonly string[];
  /** Said before anything else, a paragraph each. */
  readonly notes: readonly string[];
}

export interface FormQuestion extends FormState {
  readonly kind: 'question';
  /** The client names it with the answer, since of two windows one may show an older question. */
  readonly question: string;
  /** Counted from 1. */
  readonly number: number;
  readonly of: number;
  /** "Question 3 of 6" */
  readonly position: string;
  readonly ask: string;
  readonly hint?: string;
  readonly input: QuestionKind;
  readonly options: readonly Choice[];
  /** The answer as it stands, where there is one. */
  readonly answer?: string;
  /** What has to be put right. */
  readonly problem?: string;
  /** "Your request is already recorded. Your reference is 7K4M-2QX." */
  readonly saved: string;
  /** Go back, skip, save and come back, cancel. */
  readonly buttons: readonly FormButton[];
}

export interface FormButton {
  readonly does: 'back' | 'skip' | 'later' | 'cancel' | 'send' | 'keep' | 'withdraw' | 'carry-on';
  readonly title: string;
}

export interface FormSummary extends FormState {
  readonly kind: 'summary';
  readonly heading: string;
  readonly rows: readonly SummaryRow[];
  readonly buttons: readonly FormButton[];
}

export interface SummaryRow {
  readonly label: string;
  readonly answer: string;
  /** Written as a message it changes the row; missing where it cannot be changed. */
  readonly change?: string;
  /** Just changed. */
  readonly isNew?: true;
}

export interface FormCancel extends FormState {
  readonly kind: 'cancel';
  readonly heading: string;
  readonly texts: readonly string[];
  readonly buttons: readonly FormButton[];
}

/** The acknowledgement: to be read, copied, printed and kept. */
export interface Receipt extends FormState {
  readonly kind: 'receipt';
  readonly heading: string;
  readonly referenceLabel: string;
  readonly rows: readonly { readonly label: string; readonly text: string }[];
  /** With a bold beginning, where there is one. */
  readonly texts: readonly { readonly lead?: string; readonly text: string }[];
}
