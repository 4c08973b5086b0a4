import { MATTERS, type Matter } from '../matter';
import { findPhrases, type Found, type PhraseGroup } from './phrases';
import type { RecognitionContent } from './recognition-content';

/** What a phrase says of a matter: that it is asked for, in full or leaning on what else is said, or only its name. */
export interface MatterSaid {
  readonly matter: Matter;
  readonly how: 'asked' | 'asked-shortly' | 'named';
}

/** Where something is said of a matter. */
export type Hit = Found<MatterSaid>;

/** Makes what finds all that is said of matters. */
export function createMatchMatters({ words: lists, matters }: RecognitionContent): (words: string) => readonly Hit[] {
  const groups = MATTERS.flatMap((matter): readonly PhraseGroup<MatterSaid>[] => {
    const { askedAs, askedShortlyAs, namedAs } = matters[matter];
    return [
      { label: { matter, how: 'asked' }, phrases: askedAs },
      { label: { matter, how: 'asked-shortly' }, phrases: askedShortlyAs },
      { label: { matter, how: 'named' }, phrases: namedAs },
    ];
  });
  return findPhrases(groups, lists);
}

/** Of phrases that overlap, the longest: "take me off the survey list" is about surveys. */
export function longestOnly(hits: readonly Hit[]): readonly Hit[] {
  const length = ({ start, end }: Hit): number => end - start;
  const overlap = (one: Hit, other: Hit): boolean => one.start < other.end && other.start < one.end;
  const isLonger = (one: Hit, other: Hit): boolean =>
    one.label.matter !== other.label.matter && overlap(one, other) && length(one) > length(other);
  return hits.filter((hit) => !hits.some((other) => isLonger(other, hit)));
}

/** The matters as they are first said. */
export function mattersInOrder(hits: readonly Hit[]): readonly Matter[] {
  const sorted = [...hits].sort((one, other) => one.start - other.start);
  return [...new Set(sorted.map(({ label }) => label.matter))];
}
