/**
 * The parts of natural that we use, by their own files: its main file loads databases, reads .env and prints.
 * natural ships no types for these paths.
 */
declare module 'natural/lib/natural/stemmers/porter_stemmer' {
  /** The stem of one English word (M. F. Porter, "An algorithm for suffix stripping", 1980). */
  export function stem(word: string): string;
}

declare module 'natural/lib/natural/util/stopwords' {
  /** Lower-case English words, letters and figures with little meaning of their own. */
  export const words: readonly string[];
}
