import { OWN_NAME, TITLED_NAME } from './details';
import { normalise } from './normalise';
import { isStopWord } from './stop-words';

const WORD = "\\p{L}[\\p{L}'’-]+";
const CAPITALISED = "\\p{Lu}[\\p{L}'’-]+";
const upToThree = (word: string): string => `(${word}(?: ${word}){0,2})`;

const TITLE = '(?:[Mm](?:rs?|RS?|s)|Miss|[Dd]r)';
const TITLED = new RegExp(`\\b(${TITLE})\\.? ((?:[A-HJ-Z]\\.? )?${WORD})`, 'gu');
const NAMED = new RegExp(`\\b(my (?:full )?name(?: i|['’])?s )${upToThree(WORD)}`, 'giu');
const THIS_IS = new RegExp(`\\b([Tt]his is )${upToThree(CAPITALISED)}`, 'gu');
const I_AM = new RegExp(`\\b([Ii] am |[Ii]['’]?m |[Ii]t['’]s )(?!${TITLE})${upToThree(CAPITALISED)}`, 'gu');
/** At the end, after a full stop or a greeting. */
const SIGNED = new RegExp(
  `((?:[.?!,\\n]|regards|thanks|thank you|sincerely|faithfully)\\s*)${upToThree(CAPITALISED)}$`,
  'u',
);

/**
 * Reads every name as the same one, where it is plain that it is a name: behind a title, after "my name is", "this is"
 * and "I am", or as a signature.
 * @param knows whether a normalised word is one that people use: "I am Deaf" and "my name is wrong" tell no name
 */
export function createMaskNames(knows: (word: string) => boolean): (text: string) => string {
  const isNew = (word: string): boolean => !isSmall(word) && !knows(normalise(word));
  const areNew = (words: readonly string[]): number => areFullName(words, isNew) || leading(words, isNew);
  const areFull = (words: readonly string[]): number => areFullName(words, isNew);
  const isTitled = (name: string): boolean => !isSmall(name) && (isCapitalised(name) || isNew(name));
  return (text) =>
    text
      .replace(TITLED, (all, title: string, name: string) => (isTitled(name) ? `${title} ${TITLED_NAME}` : all))
      .replace(NAMED, (_, lead: string, words: string) => lead + masked(words, areNew))
      .replace(THIS_IS, (_, lead: string, words: string) => lead + masked(words, areCapitalised))
      .replace(I_AM, (_, lead: string, words: string) => lead + masked(words, areFull))
      .replace(SIGNED, (_, lead: string, words: string) => lead + masked(words, areNew));
}

const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word);
const isSmall = (word: string): boolean => isStopWord(normalise(word));
const areCapitalised = (words: readonly string[]): number => leading(words, (word) => !isSmall(word));

/** Several words with capitals, of which one is no word that people use; one alone may be a faith or a nation. */
function areFullName(words: readonly string[], isNew: (word: string) => boolean): number {
  const isName = words.length > 1 && words.every(isCapitalised) && words.some(isNew);
  return isName ? words.length : 0;
}

function leading(words: readonly string[], test: (word: string) => boolean): number {
  const end = words.findIndex((word) => !test(word));
  return end < 0 ? words.length : end;
}

/** @param count tells how many of the words, from the first on, are a name */
function masked(text: string, count: (words: readonly string[]) => number): string {
  const words = text.split(' ');
  const length = count(words);
  return length === 0 ? text : [OWN_NAME, ...words.slice(length)].join(' ');
}
