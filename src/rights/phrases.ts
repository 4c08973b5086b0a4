import { readWords } from '../search/read-words';

/** Lists of words, by the name under which phrases use them: `{my}`. */
export type WordLists = Readonly<Record<string, readonly string[]>>;

/** Where a phrase stands in what was said, as offsets of characters. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Finds the phrases of a list in words that have been read, in any order. */
export type FindPhrases = (words: string) => readonly Span[];

const LIST = /^\{([a-z-]+)\}$/;

/** As many words as may stand in a gap. */
const GAP = '(?:\\S+ ){0,3}';

/**
 * Makes a finder of phrases. A phrase is words; `{name}` is any of a list's, `?` behind either leaves it out, `..` is up to
 * three words of any kind, `^` and `$` are the start and the end of what is said.
 */
export function findPhrases(phrases: readonly string[], lists: WordLists): FindPhrases {
  if (phrases.length === 0) return () => [];
  const anyOf = phrases.map((phrase) => phrase.split(/\s+/).map(tokenPattern).join('')).join('|');
  const pattern = new RegExp(`(?<=^| )(?:${anyOf})`, 'g');
  return (words) =>
    [...`${words} `.matchAll(pattern)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));

  function tokenPattern(token: string): string {
    if (token === '^' || token === '$') return token;
    if (token === '..') return GAP;
    const optional = token.endsWith('?') ? '?' : '';
    const name = token.replace(/\?$/, '');
    const words = lists[LIST.exec(name)?.[1] ?? ''] ?? [name];
    const longestFirst = [...words].sort((one, other) => other.length - one.length);
    return `(?:${longestFirst.map(wordsPattern).join('|')})${optional}`;
  }
}

/** Names of lists that a phrase uses. */
export function listsOf(phrase: string): readonly string[] {
  return phrase.split(/\s+/).flatMap((token) => LIST.exec(token.replace(/\?$/, ''))?.[1] ?? []);
}

/** Words as they are read: letters and figures only, so that nothing in them means anything to a pattern. */
const wordsPattern = (words: string): string =>
  words
    .split(/\s+/)
    .map((word) => (word === '^' ? '^' : `${readWords(word).join(' ')} `))
    .join('');
