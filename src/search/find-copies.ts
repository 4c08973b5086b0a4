import type { ContentProblem } from '../shared/content-problem';
import { wordsOf } from './normalise';
import type { Phrasing } from './question-content';
import type { Place } from './read-question-files';

/** A question by which understanding is judged. */
export interface TestedQuestion {
  readonly q: string;
  readonly file: string;
  readonly line: number;
}

/** Shorter ones are everybody's ("thanks", "my data"): that two people write them is no copying. */
const TELLING = 3;

/** From here on a question with one other word is still the same one; of shorter ones that word is half the matter. */
const LONG = 5;

/**
 * Phrasings that are questions of the evaluation, whole, with the words in another order, or with one word changed, added
 * or left out: what has been taught cannot show how well strangers are understood.
 */
export function findCopies(
  phrasings: readonly (Phrasing & Place)[],
  tested: readonly TestedQuestion[],
): readonly ContentProblem[] {
  const known = new Map<string, TestedQuestion>();
  for (const question of tested) for (const key of keysOf(question.q)) known.set(key, question);
  return phrasings.flatMap(({ text, file, line }) => {
    const key = keysOf(text).find((one) => known.has(one));
    const question = key === undefined ? undefined : known.get(key);
    if (!question) return [];
    const problem = `"${text}" is what ${question.file}:${question.line} tests ("${question.q}"); take one of them out`;
    return [{ file, line, problem, rule: 'not-tested' }];
  });
}

/**
 * Two texts that are the same, or nearly so, have one of these in common: the words by the alphabet, or the words in order
 * without one of them.
 */
function keysOf(text: string): readonly string[] {
  const words = wordsOf(text);
  if (words.length < TELLING) return [];
  const sorted = `any order: ${[...words].sort().join(' ')}`;
  const inOrder = `in order: ${words.join(' ')}`;
  const without = words.map((_, left) => `in order: ${words.filter((__, at) => at !== left).join(' ')}`);
  return [sorted, inOrder, ...(words.length < LONG ? [] : without)];
}
