import type { CourtesyContent } from '../search/search-content';
import { isYesOrNo, type ReadCommand } from './command';
import type { CommandContent, PlainCommand } from './command-content';
import { optionNamed } from './option-words';
import { createReadChange } from './read-change';
import { sameButMistyped } from './same-words';
import { createWordings, phraseWords } from './wordings';

/**
 * Commands count only as the whole message: "I want to stop the newsletter" is an answer. What names an option of the
 * question is an answer, too, and so is any name: where one was asked, "Parson" is no mistyped "person", and "Ye" no yes.
 */
export function createReadCommand(content: CommandContent, courtesies: CourtesyContent): ReadCommand {
  const wordings = createWordings(courtesies, content.around);
  const readPlain = createReadPlain(content);
  const readChange = createReadChange(content);

  return (text, place) => {
    const { asked } = place;
    const said = wordings(text);
    if (asked && optionNamed(asked, said)) return undefined;
    const name = readPlain(text, said, asked?.kind !== 'name');
    if (name) return asked?.kind === 'name' && isYesOrNo(name) ? undefined : { name };
    const question = readChange(said, place);
    return question === undefined ? undefined : { name: 'change', question };
  };
}

type Words = readonly string[];

function createReadPlain({ saidAs, symbols }: CommandContent) {
  const phrases = (Object.entries(saidAs) as [PlainCommand, readonly string[]][]).flatMap(([command, texts]) =>
    texts.map((text) => ({ command, words: phraseWords(text) })),
  );
  const exact = new Map(phrases.map(({ command, words }) => [words.join(' '), command]));
  const pictures = new Map<string, PlainCommand>();
  for (const symbol of symbols.yes) pictures.set(symbol, 'yes');
  for (const symbol of symbols.no) pictures.set(symbol, 'no');

  return (text: string, said: readonly Words[], mayBeMistyped: boolean): PlainCommand | undefined => {
    const picture = pictures.get(text.replace(SKIN_AND_STYLE, '').trim());
    if (picture) return picture;
    const found = said.map((words) => exact.get(words.join(' '))).find((command) => command !== undefined);
    if (found ?? !mayBeMistyped) return found;
    return phrases.find(({ words }) => said.some((one) => sameButMistyped(one, words)))?.command;
  };
}

/** How a picture is drawn. */
const SKIN_AND_STYLE = /\p{Emoji_Modifier}|\p{Variation_Selector}/gu;
