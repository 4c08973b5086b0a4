import type { SectionText } from '../notice/section-texts';
import { periodInWords } from './kept-until';
import { SCHEDULE_FILE, type TimedEntry } from './schedule';

export interface BrokenPromise {
  /** Of the entry. */
  readonly key: 'period' | 'promise' | 'section';
  readonly problem: string;
}

/**
 * Where an entry of the schedule and a notice do not say the same: the promise has to stand in the notice as a whole
 * sentence or item, word for word, and has to name the period. White space does not count, nor what parts the items of a
 * list.
 */
export function brokenPromise(
  { period, basis }: TimedEntry,
  sections: readonly SectionText[],
): readonly BrokenPromise[] {
  if (basis.kind === 'own') return [];
  const { section: id, promise } = basis;
  const versions = [...new Set(sections.map(({ version }) => version))];
  return versions.flatMap((version): readonly BrokenPromise[] => {
    const section = sections.find((one) => one.version === version && one.id === id);
    if (!section) return [{ key: 'section', problem: `notice/${version} has no section "${id}" to hold this promise` }];
    return brokenBy(section, promise, period);
  });
}

function brokenBy({ file, passages }: SectionText, promise: string, period: string): readonly BrokenPromise[] {
  if (!passages.flatMap(sentencesOf).includes(plain(promise))) {
    const problem = `${SCHEDULE_FILE} says that the notice promises "${plain(promise)}", and ${file} does not say that`;
    return [{ key: 'promise', problem: `${problem}: what is promised and what is kept must be the same` }];
  }
  const said = periodInWords(period);
  if (said.some((words) => new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, 'iu').test(promise))) return [];
  const problem = `${SCHEDULE_FILE} keeps this for ${said[0] ?? period}, and ${file} promises "${plain(promise)}"`;
  return [{ key: 'period', problem }];
}

/** A passage as a whole, and its sentences. */
const sentencesOf = (passage: string): readonly string[] => [passage, ...passage.split(/(?<=[.!?])\s+/)].map(plain);

/** One space for any white space, U+00A0 among it, and without what stands behind the last word. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/;? and$|[;,.]$/, '');
