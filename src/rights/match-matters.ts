import { MATTERS, type Matter } from './matter';
import { findPhrases, type Span } from './phrases';
import type { MatterPhrases, RecognitionContent } from './recognition-content';

/** Where something is said of a matter. */
export interface Hit extends Span {
  readonly matter: Matter;
}

/** Makes what finds the phrases of all matters of one kind: those that ask, or those that name. */
export function createMatchMatters(
  { words: lists, matters }: RecognitionContent,
  phrasesOf: (matter: MatterPhrases) => readonly string[],
): (words: string) => readonly Hit[] {
  const finders = MATTERS.map((matter) => ({ matter, find: findPhrases(phrasesOf(matters[matter]), lists) }));
  return (words) => finders.flatMap(({ matter, find }) => find(words).map((span) => ({ matter, ...span })));
}

/** Of phrases that overlap, the longest: "take me off the survey list" is about surveys. */
export function longestOnly(hits: readonly Hit[]): readonly Hit[] {
  const length = ({ start, end }: Span): number => end - start;
  const overlap = (one: Hit, other: Hit): boolean => one.start < other.end && other.start < one.end;
  const isLonger = (one: Hit, other: Hit): boolean =>
    one.matter !== other.matter && overlap(one, other) && length(one) > length(other);
  return hits.filter((hit) => !hits.some((other) => isLonger(other, hit)));
}

/** The matters as they are first said. */
export function mattersInOrder(hits: readonly Hit[]): readonly Matter[] {
  const sorted = [...hits].sort((one, other) => one.start - other.start);
  return [...new Set(sorted.map(({ matter }) => matter))];
}
