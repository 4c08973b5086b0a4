import { wordsOf } from '../search/normalise';
import { countTalk } from './is-question';
import { findAddress, hasAddress, writeAddress } from './read-address';

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
  const isShort = words.length <= MOST_WORDS;
  if (words.length === 0) return undefined;
  if (countTalk(words) === 0 || NO_ADDRESS.test(place)) return isShort || hasAddress(place) ? place : undefined;
  const address = findAddress(text);
  if (address) return countTalk(words) === 1 && isShort ? place : address.value;
  return isShort && holdsReference(words) ? place : undefined;
}

/** "my tenancy ref is 30012345" */
const holdsReference = (words: readonly string[]): boolean => words.some((word) => /\d{3}/.test(word));
