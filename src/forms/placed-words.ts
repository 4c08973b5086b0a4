import { wordsOf } from '../search/normalise';

/** A normalised word, and where it stands in the message. */
export interface PlacedWord {
  readonly word: string;
  /** Characters from the start of the message, of what the word was written as. */
  readonly start: number;
  readonly end: number;
}

/** The words of a message with their places. What was written in one piece, such as "re-let", may be several words. */
export function placedWords(text: string): readonly PlacedWord[] {
  return [...text.matchAll(/\S+/g)].flatMap(({ 0: written, index }) =>
    wordsOf(written).map((word) => ({ word, start: index, end: index + written.length })),
  );
}

/** From which word to before which a phrase stands. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** Where a phrase stands in a message as an unbroken run. */
export function runsOf(words: readonly PlacedWord[], phrase: readonly string[]): readonly Run[] {
  if (phrase.length === 0) return [];
  const starts = words.flatMap(({ word }, at) => (word === phrase[0] ? [at] : []));
  return starts
    .filter((at) => phrase.every((word, index) => words[at + index]?.word === word))
    .map((from) => ({ from, to: from + phrase.length }));
}

const NEGATIONS = new Set('not isnt arent wasnt werent never dont doesnt cant wont without neither nor'.split(' '));

/** Whether a "not" stands right before a word, or with one small word between: "not the ...". */
export function isNegated(words: readonly PlacedWord[], from: number): boolean {
  return words.slice(Math.max(0, from - 2), from).some(({ word }) => NEGATIONS.has(word));
}
