import { wordsOf } from '../search/normalise';
import type { CourtesyContent } from '../search/search-content';

/**
 * The ways to read a message as one phrase, in normalised words: whole first, then with less and less of what people
 * put around it. Never empty, unless the message has no words.
 */
export type Wordings = (text: string) => readonly Words[];

type Words = readonly string[];

/** What may stand around a phrase. */
type Around = Pick<CourtesyContent, 'before' | 'after'>;

/** No more words are looked at: a longer message is no such phrase. */
const LONGEST = 24;

/** @param around what may stand around such phrases alone, beside greetings, thanks and swear words */
export function createWordings(courtesies: CourtesyContent, around: Around = { before: [], after: [] }): Wordings {
  const before = [...courtesies.before, ...around.before].map(phraseWords);
  const after = [...courtesies.after, ...around.after].map(phraseWords);
  const anywhere = new Set(courtesies.anywhere.flatMap(wordsOf));

  return (text) => {
    const words = phraseWords(text);
    if (words.length === 0 || words.length > LONGEST) return [];
    const calm = words.filter((word) => !anywhere.has(word));
    return [words, ...(calm.length < words.length ? [calm] : [])].flatMap((all) => unwrap(all, before, after));
  };
}

/** Letters that stand three times and more stand once: "noooo", "pleeease". */
export const phraseWords = (text: string): Words => wordsOf(text).map((word) => word.replace(/(\p{L})\1{2,}/gu, '$1'));

/** Every way to take courtesies off both ends, the longest rest first. */
function unwrap(words: Words, before: readonly Words[], after: readonly Words[]): readonly Words[] {
  const starts = reach(words, before);
  const backward = (phrase: Words): Words => [...phrase].reverse();
  const ends = reach(backward(words), after.map(backward));
  return starts
    .flatMap((start) => ends.map((end) => words.slice(start, words.length - end)))
    .filter((rest) => rest.length > 0)
    .sort((one, other) => other.length - one.length);
}

/** How many words can be taken off the beginning, phrase by phrase; 0 among them. */
function reach(words: Words, phrases: readonly Words[]): readonly number[] {
  const reached = new Set([0]);
  // A set that grows while it is gone through is gone through to its end.
  for (const at of reached) {
    const part = words.slice(at);
    for (const phrase of phrases) if (begins(part, phrase)) reached.add(at + phrase.length);
  }
  return [...reached];
}

const begins = (words: Words, phrase: Words): boolean =>
  phrase.length > 0 && phrase.every((word, at) => words[at] === word);
