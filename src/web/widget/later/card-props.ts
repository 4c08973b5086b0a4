import type { AssistantTurn } from '../chat/turn';

/** What every card is given. */
export interface CardProps<Form> {
  readonly turn: AssistantTurn;
  readonly form: Form;
  /** What the person said after it; undefined as long as nothing was said. */
  readonly answer: string | undefined;
  /** Sends the words of a button, once. */
  readonly onPress: (words: string) => void;
}
