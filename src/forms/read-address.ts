import { wordsOf } from '../search/normalise';
import { clausesOf, type Clause } from './clauses';
import { countTalk, isTalk } from './is-question';
import { leadIn, leadStart } from './lead-in';
import type { Piece } from './piece';
import { placedWords } from './placed-words';
import { postcodesIn, writePostcodes } from './postcode';

const STREET =
  /\b(?:street|st|road|rd|avenue|ave|close|lane|ln|drive|court|ct|gardens|gdns|way|place|terrace|crescent|cres|grove|row|square|sq|house|mews|park|hill|green|walk|rise|view|gate|parade|mansions|buildings|tower|heights|quay|wharf|yard|path|cottage|farm|estate|villas?|lodge)\b/i;

/** Where people live or get letters without a street: edge cases such as prison, hospital, hostel. */
const PLACE =
  /(?<![\p{L}\p{N}])(?:c\/o|c\/-|care of|p\.? ?o\.? box|poste restante|hmp|hm prison|hmyoi)(?![\p{L}\p{N}])|\b(?:prison|hospital|hostel|ward|shelter)\b/iu;

const NUMBER =
  /\b(?:(?:flat|apt|apartment|unit|room|plot|block|house|number|no)\.?\s*)?#?\d{1,4}[a-z]?(?=[\s,]+\p{L}|\s*$)/iu;

/** For post: the answer shall go there. */
const POST_LEAD = leadIn(
  '\\b(?:postal|posting|mailing|correspondence) address|\\bby post(?: to)?',
  '\\b(?:write|post|send|mail|letters?|reply)\\b(?: (?:it|that|them|me|us|back|to|the|an?|answer|letters?|reply|everything|copy|my|post|out)){0,4} (?:at|to)',
);

/** The person lives there. */
const HOME_LEAD = leadIn(
  '\\b(?:my|our)(?: (?:current|home|new|full|correct))? (?:address|post ?code)|^ *address|\\bpost ?code',
  "\\b(?:i|we) (?:live|am living) (?:at|in)|\\bi['’]?m (?:at|in|living at)|\\bliving at|\\btenant (?:of|at)",
);

/** More of them are sentences. */
const MOST_CLAUSES = 7;

/**
 * The postal address in a message, if there is one: as `post` where the answer shall go there, as `address` elsewhere.
 * It begins with a number, a house or a place such as a hostel, and ends with its postcode.
 */
export function findAddress(text: string): Piece | undefined {
  const found = firstAddress(text);
  if (!found || !DENIED.test(text.slice(0, found.start))) return found;
  return findAddress(text.slice(0, found.start) + ' '.repeat(found.end - found.start) + text.slice(found.end)) ?? found;
}

/** "not WR1 2AB, it's WR1 3CD" */
const DENIED = /\bnot\s+(?:\S+\s+)?$/i;

function firstAddress(text: string): Piece | undefined {
  const clauses = clausesOf(text);
  const first = clauses.findIndex(({ text: clause }) => beginsAddress(clause));
  if (first < 0) return undefined;
  const coded = clauses.findIndex(({ text: clause }, at) => at >= first && postcodesIn(clause).length > 0);
  const last = coded >= 0 && coded - first < MOST_CLAUSES ? coded : first;
  const begin = clauses[isHouse(clauses[first - 1]) ? first - 1 : first] as Clause;
  const start = begin.start + startIn(begin.text);
  const final = clauses[last] as Clause;
  const end = final.start + endIn(final.text);
  return end > start ? placed(text, start, end) : undefined;
}

/** A clause that belongs to the street behind it: "flat 2", "Rose Cottage", "12". */
const HOUSE =
  /(?:^|\s)(?:(?:flat|apt|apartment|room|unit|plot|block|floor|house)\s*\w{1,4}|\p{L}+ (?:house|court|cottage|lodge|farm))$|^\d{1,4}[a-z]?$/iu;

const isHouse = (clause: Clause | undefined): boolean => clause !== undefined && HOUSE.test(clause.text);

function placed(text: string, start: number, end: number): Piece {
  const post = leadStart(POST_LEAD, text, start);
  const home = post ?? leadStart(HOME_LEAD, text, start);
  const field = post === undefined ? 'address' : 'post';
  return { field, value: writeAddress(text.slice(start, end)), start: home ?? start, end, isLed: home !== undefined };
}

/** Whether a text is a postal address, or has one: a street with a number, a postcode, or a place such as a hostel. */
export const hasAddress = (text: string): boolean => clausesOf(text).some(({ text: clause }) => beginsAddress(clause));

function beginsAddress(clause: string): boolean {
  if (postcodesIn(clause).length > 0) return true;
  const number = NUMBER.exec(clause);
  const isStreet = number !== null && STREET.test(clause.slice(number.index + number[0].length));
  const place = PLACE.exec(clause);
  return isStreet || (place !== null && countTalk(wordsOf(clause.slice(place.index))) === 0);
}

/** Where in a clause the address begins: at its number or its place; a talking clause has only its postcode. */
function startIn(clause: string): number {
  const number = NUMBER.exec(clause)?.index;
  const place = PLACE.exec(clause)?.index;
  const found = [number, place].filter((at) => at !== undefined);
  if (found.length > 0) return Math.min(...found);
  return countTalk(wordsOf(clause)) === 0 && wordsOf(clause).length <= 6 ? 0 : (postcodesIn(clause)[0]?.start ?? 0);
}

/** Behind its postcode; without one before words of talk that come after its street: "1 Mill Lane thats my flat". */
function endIn(clause: string): number {
  const begin = startIn(clause);
  const coded = postcodesIn(clause).find(({ start }) => start >= begin);
  if (coded) return coded.end;
  const after = begin + (NUMBER.exec(clause.slice(begin))?.[0].length ?? 0);
  const street = STREET.exec(clause.slice(after));
  const from = street ? after + street.index + street[0].length : after;
  return placedWords(clause).find(({ word, start }) => start >= from && isTalk(word))?.start ?? clause.length;
}

/** An address in one line, its postcode as it is written on letters. */
export const writeAddress = (text: string): string =>
  writePostcodes(text)
    .replace(/\s*[\n\r]+\s*/g, ', ')
    .replace(/(?:,\s*){2,}/g, ', ')
    .replace(/\s+/g, ' ')
    .replace(/^(?:[\s,.;:-]|(?:or|and|but|also|at|to|by post)\b)+|(?:[\s,;:-]|\b(?:or|and|but|please|thanks))+$/gi, '');
