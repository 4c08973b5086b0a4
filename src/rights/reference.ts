/**
 * The characters of references. There are no vowels and no Y, so that they spell nothing; no character that looks like
 * another of them (0 1 B G I L O S Z); and 23 of them, a prime number, on which the check character rests.
 */
const ALPHABET = '23456789CDFHJKMNPQRTVWX';

/** Characters that are not in the alphabet and look like a single one that is. O could be D or Q: it is not here. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { B: '8', G: '6', S: '5', U: 'V', Z: '2' };

/** Three digits or three letters in a row. */
const RUN_OF_THREE = /\d{3}|[A-Z]{3}/;

/** Seven characters that are more likely something else. */
const SOMETHING_ELSE = [
  /^[A-Z]{2}\d[A-Z\d]\d[A-Z]{2}$/, // a postcode of seven characters
  /^\d\d[A-Z]{2}\d[A-Z]{2}$/, // two days or times: "22nd 3rd", "24hr 2pm"
  /^[A-Z]{2}\d\d[A-Z]{3}$/, // a car's number, of which some are written with a hyphen
];

/**
 * A new reference: short, without meaning, such as 7K4M-2QQ. The last character is the check character. Digits and
 * letters alternate often enough that no word, phone number, National Insurance number, postcode or car's number has the
 * form of one: there are 35 million.
 *
 * @param random a whole number from 0 up to, not including, the given one; `randomInt` of node:crypto, so that nobody
 *   can tell the next reference from the last
 */
export function newReference(random: (below: number) => number): string {
  for (;;) {
    const six = Array.from({ length: 6 }, () => ALPHABET.charAt(random(ALPHABET.length))).join('');
    const seven = six + checkCharacter(six);
    if (canBeReference(seven)) return withHyphen(seven);
  }
}

/**
 * The seventh character of a reference: it makes the sum of all seven, weighted 7 to 1 from the left, divisible by 23.
 *
 * That is the scheme of ISBN-10 (ISO 2108, there modulo 11). A wrong character changes the sum by weight x difference, two
 * that changed places by difference of weights x difference of characters. Neither is divisible by a prime that is larger
 * than all of these, so every single wrong character and every swap of two, neighbours or not, is found.
 *
 * @param six characters of the alphabet
 */
export function checkCharacter(six: string): string {
  const missing = -weightedSum(six) % ALPHABET.length;
  return ALPHABET.charAt((missing + ALPHABET.length) % ALPHABET.length);
}

export type ReadReference =
  | { readonly kind: 'reference'; readonly reference: string }
  /** It has the form of a reference and is none: a character is wrong, missing or one too many. */
  | { readonly kind: 'mistyped' }
  | { readonly kind: 'none' };

/** Spaces, dots, commas, slashes and hyphens between characters. */
const GAP = '[\\s.,/_-]{1,3}';
const CHARACTER = '[A-Z0-9]';
const anywhere = (form: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?=(${form})(?![\\p{L}\\p{N}]))`, 'gu');

/** In one piece, in its two parts, or one by one. The search goes on at every word, since "its 7k4m" could be one, too. */
const SEVEN = anywhere(`${CHARACTER}{7}|${CHARACTER}{4}${GAP}${CHARACTER}{3}|${CHARACTER}(?:${GAP}${CHARACTER}){6}`);

/** With one character missing or one too many. */
const SIX_OR_EIGHT = anywhere(
  `${CHARACTER}{6}|${CHARACTER}{8}|${CHARACTER}{3}-${CHARACTER}{3}|${CHARACTER}{5}-${CHARACTER}{3}|${CHARACTER}{4}-${CHARACTER}{2}|${CHARACTER}{4}-${CHARACTER}{4}`,
);

/** Finds a reference in a sentence, however it is written. Of several it gives the first. */
export function readReference(text: string): ReadReference {
  const plain = withPlainHyphens(text.normalize('NFKC').toUpperCase());
  const sevens = find(plain, SEVEN).filter((found) => !isSomethingElse(characters(found)));
  const reference = sevens.filter(hasDigit).map(readCharacters).find(isReference);
  if (reference !== undefined) return { kind: 'reference', reference: withHyphen(reference) };
  const isMistyped = sevens.some(looksLikeSeven) || find(plain, SIX_OR_EIGHT).some(looksLikeSixOrEight);
  return { kind: isMistyped ? 'mistyped' : 'none' };
}

const find = (text: string, form: RegExp): string[] => [...text.matchAll(form)].map(([, found = '']) => found);

/** Dashes of all kinds, also said as a word; characters that nobody sees are left out. */
const withPlainHyphens = (text: string): string =>
  text
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Pd}|−/gu, '-')
    .replace(/\s(?:DASH|HYPHEN)\s/g, '-');

const withHyphen = (seven: string): string => `${seven.slice(0, 4)}-${seven.slice(4)}`;

const hasDigit = (text: string): boolean => /\d/.test(text);

const characters = (found: string): string => found.replace(/[^A-Z0-9]/g, '');

const readCharacters = (found: string): string =>
  characters(found).replace(/[A-Z]/g, (character) => LOOK_ALIKES[character] ?? character);

/** How many characters are not in the alphabet, nor look like one that is. */
const unreadable = (found: string): number =>
  Array.from(readCharacters(found)).filter((character) => !ALPHABET.includes(character)).length;

const weightedSum = (text: string): number =>
  Array.from(text).reduce((sum, character, at) => sum + (7 - at) * ALPHABET.indexOf(character), 0);

const canBeReference = (seven: string): boolean => !RUN_OF_THREE.test(seven) && !isSomethingElse(seven);

const isSomethingElse = (seven: string): boolean => SOMETHING_ELSE.some((form) => form.test(seven));

const isReference = (seven: string): boolean =>
  unreadable(seven) === 0 && canBeReference(seven) && weightedSum(seven) % ALPHABET.length === 0;

/** How often a digit follows a letter or a letter a digit, as it was typed: three times or more in a reference. */
const changes = (found: string): number => [...characters(found).matchAll(/\d(?=[A-Z])|[A-Z](?=\d)/g)].length;

/** With its hyphen one change is enough; otherwise "Park 2nd" would look like one. */
function looksLikeSeven(found: string): boolean {
  const fewest = /^\w{4}\s?-\s?\w{3}$/.test(found) ? 1 : 3;
  return unreadable(found) <= 1 && changes(found) >= fewest;
}

/** Such as W1A 2QT. */
const POSTCODE_OF_SIX = /^[A-Z]\d[A-Z]\d[A-Z]{2}$/;

const looksLikeSixOrEight = (found: string): boolean =>
  unreadable(found) === 0 && changes(found) >= 4 && !POSTCODE_OF_SIX.test(characters(found));
