import { wordsOf } from './normalise';
import type { CourtesyContent } from './search-content';

/** Normalised words of a courtesy. */
type Words = readonly string[];

/** A word as it was written, and normalised. */
interface Word {
  readonly word: string;
  readonly normal: string;
}

/**
 * Leaves out what people put around what they mean: greetings and thanks, and swear words. A message of nothing else is
 * given back as it is, and so is one without any of it.
 */
export function createLeaveOutCourtesies(content: CourtesyContent): (text: string) => string {
  const before = longestFirst(content.before);
  const after = longestFirst(content.after);
  const anywhere = new Set(content.anywhere.map(normal));

  return (text) => {
    const written = text
      .split(/\s+/)
      .map((word): Word => ({ word, normal: normal(word) }))
      .filter((one) => one.normal !== '');
    let kept = written.filter((one) => !anywhere.has(one.normal));
    for (let first = startOf(kept, before); first > 0; first = startOf(kept, before)) kept = kept.slice(first);
    for (let last = endOf(kept, after); last > 0; last = endOf(kept, after)) kept = kept.slice(0, -last);
    return kept.length === 0 || kept.length === written.length
      ? text
      : kept
          .map(({ word }) => word)
          .join(' ')
          .replace(LOOSE_ENDS, '');
  };
}

/** Commas and dashes that led to what was left out. */
const LOOSE_ENDS = /^[\s,;:.!–-]+|[\s,;:–-]+$/g;

const normal = (word: string): string => wordsOf(word).join(' ');

/** So that "thank you very much" is found before "thank you". */
function longestFirst(phrases: readonly string[]): readonly Words[] {
  return phrases.map(wordsOf).sort((one, other) => other.length - one.length);
}

/** How many words at the start are a courtesy; 0 for none, and where nothing would be left. */
function startOf(words: readonly Word[], courtesies: readonly Words[]): number {
  const found = courtesies.find((one) => one.length < words.length && isSame(words.slice(0, one.length), one));
  return found?.length ?? 0;
}

/** The same at the end. */
function endOf(words: readonly Word[], courtesies: readonly Words[]): number {
  const found = courtesies.find((one) => one.length < words.length && isSame(words.slice(-one.length), one));
  return found?.length ?? 0;
}

const isSame = (words: readonly Word[], courtesy: Words): boolean =>
  words.every(({ normal: word }, at) => word === courtesy[at]);
