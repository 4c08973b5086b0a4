import type { FoundTold } from './find-told';
import type { Question, Told } from './form';
import type { Piece } from './piece';
import type { ContactProblem } from './read-contact';
import type { TextProblem } from './read-text';

/**
 * Why what looks like an answer cannot be taken. The question's own words say what to do; `no-way` is of somebody who has
 * neither e-mail nor telephone. `email` comes also where something else was asked, of who puts an address right and
 * mistypes it.
 */
export type AnswerProblem = ContactProblem | TextProblem | 'name' | 'place';

/** What a message tells. `facts` are by field; several may be told at once. */
export type Reading =
  /** The question that was asked, and perhaps others. */
  | { readonly kind: 'answered'; readonly facts: Told }
  /** Others alone, so that the question has to be asked again. */
  | { readonly kind: 'also'; readonly facts: Told }
  /** What looks like an answer cannot be one; others may have been told all the same. */
  | { readonly kind: 'problem'; readonly problem: AnswerProblem; readonly facts: Told }
  | { readonly kind: 'nothing' };

/** What the reader of one kind of question makes of a message. */
export interface OwnReading {
  /** By field, of the question that was asked. */
  readonly facts?: Told | undefined;
  readonly problem?: AnswerProblem | undefined;
  /** What was told beside it. */
  readonly others: readonly Piece[];
}

/** Reads a message as the answer to a question of one kind. `found` is what it tells in passing. */
export type ReadOwn = (text: string, asked: Question, found: FoundTold, told: Told) => OwnReading;
