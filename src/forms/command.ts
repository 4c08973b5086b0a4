import type { PlainCommand } from './command-content';
import type { Question, Told } from './form';

/** What somebody wants to do with the form, instead of answering. `question` is the id of the one to be asked anew. */
export type Command = { readonly name: PlainCommand } | { readonly name: 'change'; readonly question: string };

/** Where in a form a message comes. */
export interface FormPlace {
  /** None on the summary. */
  readonly asked?: Question | undefined;
  /** Those that apply. */
  readonly questions: readonly Question[];
  readonly told: Told;
}

/** Reads a message that is a command and nothing else; undefined for any other. */
export type ReadCommand = (text: string, place: FormPlace) => Command | undefined;

/** Whether a command is also how people answer questions. */
export const isYesOrNo = (name: Command['name']): name is 'yes' | 'no' => name === 'yes' || name === 'no';

const FORM_ONLY: readonly (Command['name'] | undefined)[] = ['send', 'keep', 'back', 'skip', 'later', 'cancel'];

/** Whether a command means something only while a form is filled in: what its buttons say. */
export const isFormOnly = (name: Command['name'] | undefined): boolean => FORM_ONLY.includes(name);
