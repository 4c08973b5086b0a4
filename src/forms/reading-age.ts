/** The space between two sentences: the dots of "name@example.org" end none. */
const BETWEEN_SENTENCES = /(?<=[.!?][”"’)]*)\s+/;

/**
 * The age, in whole years, at which these texts are read with ease: the Automated Readability Index, rounded up as is the
 * custom, is the school grade in the United States; the children of grade n are n + 5 to n + 6 years old, and the upper of
 * the two is returned. Each text ends a sentence. It says something of twenty sentences or more, and little of a few.
 *
 * Source: E. A. Smith and R. J. Senter, Automated Readability Index, AMRL-TR-66-220, Aerospace Medical Research
 * Laboratories, November 1967 (AD 667273).
 */
export function readingAge(texts: readonly string[]): number {
  return Math.ceil(automatedReadabilityIndex(texts)) + 6;
}

/**
 * 4.71 characters a word + 0.5 words a sentence - 21.43; 0 without words. Characters are all that is no space: some who
 * apply the formula leave out punctuation marks, and find a grade less.
 */
export function automatedReadabilityIndex(texts: readonly string[]): number {
  const sentences = sentencesOf(texts).map(wordsOf);
  const words = sentences.flat();
  const characters = words.join('').length;
  if (words.length === 0) return 0;
  return 4.71 * (characters / words.length) + 0.5 * (words.length / sentences.length) - 21.43;
}

/** The sentences of the texts, with their marks. What has neither letter nor figure is none. */
export function sentencesOf(texts: readonly string[]): readonly string[] {
  const pieces = texts.flatMap((text) => text.split(BETWEEN_SENTENCES));
  return pieces.filter((piece) => wordsOf(piece).length > 0);
}

/** What stands between spaces, if it has a letter or figure. */
export function wordsOf(sentence: string): readonly string[] {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}
