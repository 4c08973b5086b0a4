import { stem } from 'natural/lib/natural/stemmers/porter_stemmer';

/** Words that Porter's rules would merge with a word of another meaning: "personal" with "person". */
const LEFT_ALONE: ReadonlySet<string> = new Set(['personal', 'news', 'universal', 'university', 'organic']);

/** The stem of a normalised word. */
export function stemWord(word: string): string {
  return LEFT_ALONE.has(word) ? word : stem(word);
}
