import type { NoticeVersion, Passage } from '../notice/notice';
import { inverseDocumentFrequency } from './bm25';
import type { TermReader } from './term-reader';

/**
 * What a term counts by where it stands. The passage's own words lead; its lead-in and section title tell what an item
 * of a list is about ("recordings of telephone calls" does not say "keep"), but they are shared by the whole list.
 */
const FIELD_WEIGHTS = { text: 1, leadIn: 0.5, title: 0.4 } as const;

/** The inverted index of one notice: from each term to the passages that hold it. */
export interface PassageIndex {
  readonly passages: readonly Passage[];
  /** Weighted number of terms, by position in `passages`. */
  readonly lengths: readonly number[];
  readonly averageLength: number;
  readonly postings: ReadonlyMap<string, TermPostings>;
}

export interface TermPostings {
  readonly idf: number;
  /** Position in `passages` and the weighted frequency there. */
  readonly places: readonly (readonly [position: number, frequency: number])[];
}

/** Indexes all passages of a notice. Takes some milliseconds: keep the result. */
export function createPassageIndex(notice: NoticeVersion, reader: TermReader): PassageIndex {
  const passages = notice.sections.flatMap((section) => section.passages);
  const counts = passages.map((passage) => weighTerms(passage, reader));
  const lengths = counts.map((count) => sum(count.values()));

  const places = new Map<string, [number, number][]>();
  counts.forEach((count, position) => {
    for (const [term, frequency] of count) {
      const found = places.get(term);
      if (found) found.push([position, frequency]);
      else places.set(term, [[position, frequency]]);
    }
  });
  const postings = new Map<string, TermPostings>();
  for (const [term, list] of places) {
    postings.set(term, { idf: inverseDocumentFrequency(passages.length, list.length), places: list });
  }
  return { passages, lengths, averageLength: sum(lengths) / Math.max(1, passages.length), postings };
}

function weighTerms(passage: Passage, reader: TermReader): ReadonlyMap<string, number> {
  const frequencies = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    for (const term of reader.searchTerms(text)) frequencies.set(term, (frequencies.get(term) ?? 0) + weight);
  };
  add(passage.text, FIELD_WEIGHTS.text);
  add(passage.leadIn ?? '', FIELD_WEIGHTS.leadIn);
  add(passage.sectionTitle, FIELD_WEIGHTS.title);
  return frequencies;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
