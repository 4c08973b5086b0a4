import type { Option, Question } from './form';
import { phraseWords } from './wordings';

/** Everything that an option is called where its question is asked, in normalised words. */
export function wordsFor({ title, saidAs, saidAnywhere }: Option): readonly (readonly string[])[] {
  return [title, ...saidAs, ...saidAnywhere].map(phraseWords);
}

/** What an option is called that counts in any message. */
export function tellingWordsFor({ saidAnywhere }: Option): readonly (readonly string[])[] {
  return saidAnywhere.map(phraseWords);
}

/** The one option that a message names and nothing else. */
export function optionNamed({ options }: Question, wordings: readonly (readonly string[])[]): Option | undefined {
  for (const words of wordings) {
    const said = words.join(' ');
    const named = options.filter((option) => wordsFor(option).some((one) => one.join(' ') === said));
    if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  }
  return undefined;
}

/** The option that is a yes, or a no: by how its title begins, or by what it is called. "No one else" is no no. */
export function yesOrNoOption({ options }: Question, answer: 'yes' | 'no'): Option | undefined {
  const found = options.filter(
    ({ title, saidAs }) =>
      phraseWords(title)[0] === answer || saidAs.some((said) => phraseWords(said).join(' ') === answer),
  );
  return found.length === 1 ? found[0] : undefined;
}
