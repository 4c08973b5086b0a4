import type { ReadCommand } from './command';
import type { ReadAnswer } from './read-answer';

/** How messages are read while a form is filled in. */
export interface FormReaders {
  readonly readAnswer: ReadAnswer;
  readonly readCommand: ReadCommand;
}
