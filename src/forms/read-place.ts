import { wordsOf } from '../search/normalise';
import { countTalk } from './is-question';
import { isNoName } from './name-words';
import { findAddress, writeAddress } from './read-address';

/** Names of houses have them: "the Old Rectory". */
const ARTICLES = new Set(['the', 'a', 'an']);

/** Longer texts without an address are sentences. */
const MOST_WORDS = 12;

/** Stands before a place and is no part of it. */
const LEAD =
  /^\s*(?:(?:it['’]?s|it is|at|in|i live at|i live in|we live at|i['’]?m at|i['’]?m in|i am at|my (?:home |current |full )?address is|the address is|address is|address|my post ?code is|post ?code is|post ?code)\b\s*[:=-]?\s*)+/i;

/** The lack of an address is an answer as well. */
const NO_ADDRESS = /\b(?:no fixed (?:abode|address)|nfa|homeless|of no fixed)\b/i;

/**
 * Reads the answer to which address or tenancy something is about: an address, a postcode, a reference, or the name of a
 * place; postcodes as they are written on letters. Undefined for a sentence that holds none.
 */
export function readPlace(text: string): string | undefined {
  const place = writeAddress(text.replace(LEAD, ''));
  const words = wordsOf(place);
  if (words.length === 0 || isNoName(words.join(''))) return undefined;
  const address = findAddress(text)?.value;
  return isAllPlace(place, words, address) ? place : address;
}

/** Whether a text is a place as a whole, with no sentence around it. */
function isAllPlace(place: string, words: readonly string[], address: string | undefined): boolean {
  const talk = NO_ADDRESS.test(place) ? 0 : countTalk(words.filter((word) => !ARTICLES.has(word)));
  if (words.length > MOST_WORDS) return talk === 0 && address !== undefined;
  return talk === 0 || (talk === 1 && address !== undefined) || holdsReference(words);
}

/** "my tenancy ref is 30012345" */
const holdsReference = (words: readonly string[]): boolean => words.some((word) => /\d{3}/.test(word));
