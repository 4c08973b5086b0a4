import { readWords } from '../../search/read-words';

/** Lists of words, by the name under which phrases use them: `{my}`. */
export type WordLists = Readonly<Record<string, readonly string[]>>;

/** Phrases that mean the same to whoever looks for them. */
export interface PhraseGroup<Label> {
  readonly label: Label;
  readonly phrases: readonly string[];
}

/** Where a phrase stands in what was said, as offsets of characters. */
export interface Found<Label> {
  readonly label: Label;
  readonly start: number;
  readonly end: number;
}

/** Finds all phrases of all groups in words that have been read. */
export type FindPhrases<Label> = (words: string) => readonly Found<Label>[];

/** `{name}`, or one word; `?` leaves it out. */
const TOKEN = /^(?:\{(?<list>[a-z-]+)\}|(?<word>.+?))(?<optional>\??)$/;

/** As many words as may stand in a gap. */
const GAP = '(?:\\S+ ){0,3}';

/**
 * Makes a finder of phrases. A phrase is words; `{name}` is any of a list's, `?` behind either leaves it out, `..` is up to
 * three words of any kind, `^` and `$` are the start and the end of what is said. It does not begin with `..`.
 */
export function findPhrases<Label>(groups: readonly PhraseGroup<Label>[], lists: WordLists): FindPhrases<Label> {
  // Hundreds of phrases are looked for in each message, and few begin with a word of it.
  const byFirstWord = new Map<string, { readonly label: Label; readonly pattern: RegExp }[]>();
  for (const { label, phrases } of groups) {
    for (const tokens of phrases.map((phrase) => phrase.split(/\s+/))) {
      const pattern = new RegExp(tokens.map((token) => tokenPattern(token, lists)).join(''), 'y');
      for (const word of firstWords(tokens, lists)) {
        byFirstWord.set(word, [...(byFirstWord.get(word) ?? []), { label, pattern }]);
      }
    }
  }
  return (words) => {
    const text = `${words} `;
    const found: Found<Label>[] = [];
    for (let start = 0; start < text.length; start = text.indexOf(' ', start) + 1) {
      for (const { label, pattern } of byFirstWord.get(text.slice(start, text.indexOf(' ', start))) ?? []) {
        pattern.lastIndex = start;
        if (pattern.test(text)) found.push({ label, start, end: pattern.lastIndex });
      }
    }
    return found;
  };
}

/** Makes what tells whether words hold one of the phrases. */
export function holdsPhrase(phrases: readonly string[], lists: WordLists): (words: string) => boolean {
  const find = findPhrases([{ label: true, phrases }], lists);
  return (words) => find(words).length > 0;
}

/** Names of lists that a phrase uses. */
export function listsOf(phrase: string): readonly string[] {
  return phrase.split(/\s+/).flatMap((token) => TOKEN.exec(token)?.groups?.list ?? []);
}

function tokenPattern(token: string, lists: WordLists): string {
  if (token === '^' || token === '$') return token;
  if (token === '..') return GAP;
  const longestFirst = [...alternatives(token, lists)].sort((one, other) => other.length - one.length);
  const isOptional = TOKEN.exec(token)?.groups?.optional === '?';
  return `(?:${longestFirst.map(wordsPattern).join('|')})${isOptional ? '?' : ''}`;
}

/** Words with which a phrase may begin: those of its first token, and of the next where that may be left out. */
function firstWords(tokens: readonly string[], lists: WordLists): ReadonlySet<string> {
  const [token = '', ...rest] = tokens;
  if (token === '^') return firstWords(rest, lists);
  const own = alternatives(token, lists).flatMap((words) => readAlternative(words).find((word) => word !== '^') ?? []);
  const isOptional = TOKEN.exec(token)?.groups?.optional === '?';
  return new Set([...own, ...(isOptional ? firstWords(rest, lists) : [])]);
}

function alternatives(token: string, lists: WordLists): readonly string[] {
  const { list, word = token } = TOKEN.exec(token)?.groups ?? {};
  return list === undefined ? [word] : (lists[list] ?? []);
}

/** Words as they are read: letters and figures only, so that nothing in them means anything to a pattern. */
const readAlternative = (words: string): readonly string[] =>
  words.split(/\s+/).flatMap((word) => (word === '^' ? word : readWords(word)));

const wordsPattern = (words: string): string =>
  readAlternative(words)
    .map((word) => (word === '^' ? word : `${word} `))
    .join('');
