import { wordsOf } from '../search/normalise';
import { leadIn, leadStart } from './lead-in';
import { blankOut, sayMore, type Piece } from './piece';

/** Letters of any script, since addresses may have them; no character that stands around addresses in sentences. */
const LOCAL = "[\\p{L}\\p{M}\\p{N}._%+'&!#$*~-]";
const LABEL = '[\\p{L}\\p{M}\\p{N}-]+';

/** The practical rule: something@domain.tld. What it lets through may still be no mailbox; only a letter can tell. */
const EMAIL = new RegExp(`(?<!${LOCAL})(?:mailto:)?(${LOCAL}+)@(${LABEL}(?:\\.${LABEL})+)`, 'giu');

/** Endings before which a telephone puts a space: "gmail. com". */
const ENDING = '(?=(?:com|co|org|net|uk|me|info|ac|gov)\\b)';
const DOT = `(?:\\.|\\s+\\.\\s+|\\.\\s+${ENDING}|\\s+\\.${ENDING}|\\s+(?:dot|[([]dot[)\\]])\\s+)`;
const AT = '(?:\\s*@\\s*|\\s+(?:at|[([]at[)\\]])\\s+)';
const SPOKEN_JOIN = '(?:\\s+(dot|underscore|dash|hyphen|plus)\\s+)';
const PART = '[\\p{L}\\p{M}\\p{N}_+-]+';

/** "dave @ gmail.com", "dave dot pringle at gmail dot com". */
const LOOSE = new RegExp(
  `(?<!${LOCAL})(${PART}(?:(?:\\.|${SPOKEN_JOIN})${PART})*)(${AT})(${LABEL}(?:${DOT}${LABEL})+)(?![\\p{L}\\p{N}@])`,
  'giu',
);

const SPOKEN: Readonly<Record<string, string>> = { dot: '.', underscore: '_', dash: '-', hyphen: '-', plus: '+' };

/** Words that say that the address behind them is the person's own. */
const LEAD = leadIn(
  '\\be-?\\s?mails?(?: (?:address|addy|id))?',
  '\\be-?\\s?mail|\\b(?:e-?mail|contact|reach|reply|replies|respond|answer|write|send|get|find|message|mail)' +
    '(?: (?:me|it|us|back|to|the|an?|answer|letter|reply|that|this|them|information|info|everything|copy|file|files|records|data|hold|of)){0,4} (?:at|on|to|via|by)',
);

/** Every e-mail address in a message, as it was written, with a domain in small letters. */
export function findEmails(text: string): readonly Piece[] {
  const plain = [...text.matchAll(EMAIL)].flatMap(({ 0: all, 1: local = '', 2: domain = '', index }) => {
    // A quotation mark or a bracket of the sentence is no part of the address.
    const name = local.replace(/^['&*~.-]+/, '');
    return pieceAt(text, { from: index + all.indexOf(name), to: index + all.length }, name, domain);
  });
  const rest = blankOut(text, plain);
  const loose = [...rest.matchAll(LOOSE)].flatMap(({ 0: all, 1: local = '', 3: at = '', 4: domain = '', index }) => {
    const place = { from: index, to: index + all.length };
    const piece = pieceAt(
      text,
      place,
      local.replace(JOINS, (_, join: string) => SPOKEN[join.toLowerCase()] ?? ''),
      tight(domain),
    );
    return piece.filter(
      ({ isLed, start }) => startsThere(rest, start) && (at.includes('@') || isLed || isAlone(rest, place)),
    );
  });
  return [...plain, ...loose];
}

const JOINS = new RegExp(SPOKEN_JOIN, 'giu');

const tight = (domain: string): string => domain.replace(/\s*[([]?\bdot\b[)\]]?\s*/gi, '.').replace(/\s+/g, '');

interface Place {
  readonly from: number;
  readonly to: number;
}

function pieceAt(text: string, { from, to }: Place, local: string, domain: string): readonly Piece[] {
  if (!isAddress(local, domain)) return [];
  const start = leadStart(LEAD, text, from);
  const isShouted = `${local}${domain}` === `${local}${domain}`.toUpperCase();
  const value = `${isShouted ? local.toLowerCase() : local}@${domain.toLowerCase()}`;
  return [{ field: 'email', value, start: start ?? from, end: to, isLed: start !== undefined }];
}

/** RFC 5321 allows 64 characters before the @ and 254 in all. A top-level domain has two letters at least. */
function isAddress(local: string, domain: string): boolean {
  const labels = domain.split('.');
  const isLabel = (label: string): boolean => label.length <= 63 && !/^-|-$/.test(label);
  return (
    /^[\p{L}\p{M}\p{N}_](?!.*\.\.)/u.test(local) &&
    !local.endsWith('.') &&
    local.length <= 64 &&
    local.length + domain.length < 254 &&
    labels.every(isLabel) &&
    /^(?:[\p{L}\p{M}]{2,}|xn--[a-z0-9-]+)$/iu.test(labels.at(-1) ?? '')
  );
}

/** A word before it might belong to it: of "dave pringle at gmail dot com" nobody knows where the address begins. */
function startsThere(text: string, start: number): boolean {
  const before = text.slice(0, start);
  return /(?:^|[\n,;:.=(<-]\s*)$/.test(before) || !sayMore(wordsOf(before).slice(-1));
}

const isAlone = (text: string, { from, to }: Place): boolean =>
  !sayMore(wordsOf(`${text.slice(0, from)} ${text.slice(to)}`));

const PROVIDERS =
  /\b(?:g ?mail|googlemail|hotmail|outlook|yahoo|icloud|aol|btinternet|live|sky|virginmedia|talktalk)\b[\s.,]*(?:com|co)?\b/i;

/**
 * Whether a text, in which all addresses were blanked out, holds what looks like one and cannot be: "dave@gmail",
 * "alex.example".
 */
export function looksLikeEmail(text: string): boolean {
  if (text.includes('@') || PROVIDERS.test(text)) return true;
  return text
    .split(/\s+/)
    .some(
      (word) => /^[\p{L}\p{N}_-]{2,}(?:[.,][\p{L}\p{N}_-]{2,})+[.,]?$/u.test(word) && /\p{L}{2,}[.,]?$/u.test(word),
    );
}
