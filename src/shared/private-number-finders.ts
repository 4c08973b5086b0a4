import { passesLuhn, passesModulus11, passesModulus97 } from './check-digits';

/** Where in a text something begins and ends. */
export type Span = readonly [start: number, end: number];

export interface Finder {
  readonly kind: string;
  /** What may be of this kind. Each place is tried, also inside what was tried before. */
  readonly pattern: RegExp;
  /** Which part of it is. */
  readonly find: (match: RegExpExecArray) => Span | undefined;
}

/*
 * Browsers run this, too: there is no look-behind, which phones of 2022 cannot read. What stands before a match is
 * looked at in `find`.
 */

/** Characters of a text in which what stands before or after is looked for. */
const NEAR = 40;

/** Spaces, dots, dashes, and the signs without a width that come along when a number is copied. No line breaks. */
const GAP = '[ .\\-\\u00a0\\u2000-\\u2015\\u202a-\\u202f\\u2060]';

/** The end of a text in which a telephone number has begun: "+44 ", "0161 ". */
const IN_PHONE = /(?:\+\d|\b0\d\d)[\d\s().-]*$/;

/** Issuers and their lengths: Visa, Mastercard, American Express, Diners, JCB, Maestro, Discover and UnionPay. */
const CARD =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|(?:5[1-5]|2[2-7])\d{14}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11,16}|35\d{14,17}|(?:5[0678]|6\d)\d{14,17})$/;

/** Groups as on cards, of which the last may be short, or digit by digit. Lists of flats are neither. */
const CARD_GROUPS = /^(?:\d{3,}(?:\D+\d{3,})*(?:\D+\d+)?|\d(?:\D+\d)+)$/;

/** In one piece or in groups of four. */
const IBAN_GROUPS = /^(?:[a-z\d]+|[a-z\d]{4}(?:[ -][a-z\d]{4})+(?:[ -]\d{1,3})?)$/i;

/** The ranges in use, and the one that examples are taken from, which begins with 9. */
const NHS = /^(?:3[2-9]|[4679])/;
const NHS_GROUPS = /^\d{3}\D\d{3}\D\d{4}$/;

/** Prefixes by HMRC's manual NIM39110, and QQ, which stands in its examples. */
const NI_PREFIX = '(?:qq|(?!bg|gb|kn|nk|nt|tn|zz)[abceghj-prstw-z][abceghj-nprstw-z])';
const NI_ANNOUNCED = /\b(?:n\.?i|nino|insurance)\b\D{0,25}$/i;
/** A word before or after a number: "on 12 11 26 a man came", "or 4711-02d", "number ZA123456 a month ago". */
const WITH_A_WORD = /^(?:(?:[Aa][mnst]|[Bb][ey]|[Hh]e|[Mm][ery]|[Oo][nkr]|[Pp]m|[Ss]t|[Ww]e)\s|..\d.*\sa$)/;

const SORT_CODE = `\\d\\d${GAP}?\\d\\d${GAP}?\\d\\d`;
const ACCOUNT = '\\d{4}[ -]?\\d{4}';
/** What may stand between "sort code" or "account" and the number, and between the two numbers. */
const LINK =
  '(?:[\\s:=#.,;/&()-]|\\b(?:and|is|was|are|my|bank|a/c|acc(?:oun)?t?s?|sort|code|numbers?|num|no)\\b){0,14}';
const BANK = /\b(?:bank|sort|a\/c)/i;
/** A sort code with signs between its figures that cannot be a day of a month. */
const NO_DAY = /^(?!(?:0[1-9]|[12]\d|3[01])\D(?:0\d|1[0-2])\D)\d\d\D\d\d\D\d\d$/;
const YEARS = /^(?:19|20)\d\d\D(?:19|20)\d\d$/;
/** Accounts that are no bank's. */
const OTHER_ACCOUNT = /\b(?:rent|tenan\w+|charge|customer)\s*$/i;

const IS = '\\s*(?:\\b(?:is|was)|[:=])\\s*';
const PASSWORD = `\\bpass ?(?:word|code|phrase)s?(?: (?:for|to|on|at|of)(?: [a-z']+){1,3}?)?${IS}`;
/** What is said of passwords: "my password is wrong". */
const SAID_OF_PASSWORDS = /(?:ed|ing|en|[ai]ble|ent|id|own|ong)$|^(?:safe|secure|private|kept|lost)$/i;

const before = ({ input, index }: RegExpExecArray): string => input.slice(Math.max(0, index - NEAR), index);
const whole: Finder['find'] = ({ index, 0: all }) => [index, index + all.length];
/** The group of a pattern that stands at its end. */
const last = ({ index, 0: all, 1: part = '' }: RegExpExecArray): Span => [
  index + all.length - part.length,
  index + all.length,
];
const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** A number may begin here: no digit stands right before it, and it is no part of a telephone number. */
const beginsNumber = (match: RegExpExecArray): boolean =>
  !/[\d+]$/.test(before(match)) && !IN_PHONE.test(before(match));

const when =
  (passes: (match: RegExpExecArray) => boolean, span = whole): Finder['find'] =>
  (match) =>
    passes(match) ? span(match) : undefined;

/** The longest part from its beginning that passes, and ends with a digit after which there is no other, and no letter. */
const longest =
  (passes: (part: string) => boolean): Finder['find'] =>
  (match) => {
    if (!beginsNumber(match)) return undefined;
    const { input, index, 0: found } = match;
    for (let length = found.length; length >= 13; length--) {
      const part = found.slice(0, length);
      const isEnd = /\d$/.test(part) && !/^[a-z\d]/i.test(input.slice(index + length));
      if (isEnd && passes(part)) return [index, index + length];
    }
    return undefined;
  };

function isIban(part: string): boolean {
  const signs = part.replace(/[ -]/g, '');
  return signs.length >= 15 && digitsOf(signs).length >= 10 && IBAN_GROUPS.test(part) && passesModulus97(signs);
}

const isCard = (part: string): boolean =>
  CARD.test(digitsOf(part)) && CARD_GROUPS.test(part) && passesLuhn(digitsOf(part));

const isBankPair = (match: RegExpExecArray): boolean =>
  beginsNumber(match) && (BANK.test(match.input) || NO_DAY.test(match[1] ?? match[2] ?? ''));

const isBankAccount = (match: RegExpExecArray): boolean =>
  !OTHER_ACCOUNT.test(before(match)) && !YEARS.test(match[1] ?? '');

function isNhs(match: RegExpExecArray): boolean {
  const { input, index, 0: found } = match;
  const digits = digitsOf(found);
  if (!NHS.test(digits) || !passesModulus11(digits) || !beginsNumber(match)) return false;
  const around = input.slice(Math.max(0, index - NEAR), index + found.length + NEAR);
  return NHS_GROUPS.test(found) || /\bnhs\b/i.test(around);
}

/** Without its last letter, in capitals and small ones, or with a word in it, only when it is said what it is. */
function isNationalInsurance(match: RegExpExecArray): boolean {
  const { 0: found, 1: suffix } = match;
  const hasOneCase = /^.[A-Z].*[A-D]$|^.[a-z].*[a-d]$/.test(found);
  return (suffix !== undefined && hasOneCase && !WITH_A_WORD.test(found)) || NI_ANNOUNCED.test(before(match));
}

/** A word alone is taken for a password only where nothing more is said of it. */
function findPassword(match: RegExpExecArray): Span | undefined {
  const [start] = last(match);
  const word = (match[1] ?? '').replace(/[.?!:)]+$/, '');
  const end = start + word.length;
  const isMixed = /\w/.test(word) && /[\d@#$%^&*_+=~!]|[a-z][A-Z]/.test(word);
  const isLast = /^[.?!:)]*\s*(?:[,;\n]|$|and\b)/.test(match.input.slice(end));
  const isWord = /^[a-z]+$/i.test(word) && isLast && !SAID_OF_PASSWORDS.test(word);
  return isMixed || isWord ? [start, end] : undefined;
}

/** In the order in which they are looked for: a longer number may hold what looks like a shorter one. */
export const FINDERS = [
  { kind: 'bank', pattern: /\b[a-z]{2}\d\d(?:[ -]?[a-z\d]){11,30}/gi, find: longest(isIban) },
  { kind: 'card', pattern: new RegExp(`\\d(?:${GAP}{0,3}\\d){12,18}`, 'g'), find: longest(isCard) },
  {
    kind: 'bank',
    pattern: new RegExp(`(?:(${SORT_CODE})${LINK}${ACCOUNT}|${ACCOUNT}${LINK}(${SORT_CODE}))(?!\\d)`, 'gi'),
    find: when(isBankPair),
  },
  { kind: 'bank', pattern: new RegExp(`\\bsort(?: ?code)?${LINK}(${SORT_CODE})(?!\\d)`, 'gi'), find: last },
  {
    kind: 'bank',
    pattern: new RegExp(`\\b(?:acc(?:oun)?t?|a/c)\\b${LINK}(${ACCOUNT})(?!\\d)`, 'gi'),
    find: when(isBankAccount, last),
  },
  { kind: 'nhs', pattern: new RegExp(`\\d(?:${GAP}?\\d){9}(?!\\d)`, 'g'), find: when(isNhs) },
  {
    kind: 'national-insurance',
    pattern: new RegExp(`\\b${NI_PREFIX}${GAP}?(?:\\d${GAP}?){5}\\d(?:${GAP}?([a-d]))?(?![a-z\\d])`, 'gi'),
    find: when(isNationalInsurance),
  },
  {
    kind: 'password',
    pattern: new RegExp(
      `\\b(?:pin|pass ?code|cv[vc]2?)(?: (?:number|code|num|no))?(?:${IS}|\\s+)(\\d(?: ?\\d){2,7})(?! ?\\d)`,
      'gi',
    ),
    find: last,
  },
  { kind: 'password', pattern: new RegExp(`${PASSWORD}["'“‘]([^"'”’•\\n]{3,})`, 'gi'), find: last },
  { kind: 'password', pattern: new RegExp(`${PASSWORD}([^\\s,;"'“‘]{4,})`, 'gi'), find: findPassword },
] as const satisfies readonly Finder[];
