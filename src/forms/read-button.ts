import { normalise } from '../search/normalise';
import type { ReadCommand } from './command';
import type { PlainCommand } from './command-content';

/** What the buttons of a form say: pressing one sends exactly this. */
export type ButtonTitles = Readonly<Partial<Record<PlainCommand, string>>>;

/** Reads a press of a button as what the button does, whatever editors have it say; all else as it was read before. */
export function withButtons(readCommand: ReadCommand, titles: ButtonTitles): ReadCommand {
  const presses = new Map(
    (Object.entries(titles) as [PlainCommand, string][]).map(([name, title]) => [normalise(title), name]),
  );
  return (text, place) => {
    const name = presses.get(normalise(text));
    return name === undefined ? readCommand(text, place) : { name };
  };
}
