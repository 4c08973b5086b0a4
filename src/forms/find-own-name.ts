import { capitaliseName } from './capitalise-name';
import { clausesOf, type Clause } from './clauses';
import { isTalk } from './is-question';
import { isDescribing, isGivenName } from './name-words';
import type { Piece } from './piece';
import { phraseWords } from './wordings';

type Knows = (word: string) => boolean;

/** Can lead to nothing but the person's own name. */
const SURE =
  /(?:^|(?<=\s))(?:my (?:full |real |first )?name(?:['’]?s| is)(?: actually| really| now)?|^(?:full )?name(?: is|(?= *[:=])))(?:\s*[:=-]\s*|\s+)/iu;

/** Leads to a name, or to anything else: only a plain name right behind it counts. */
const WEAK =
  /^(?:hi |hello |hey |sorry |oh |and |ok )*(?:it['’]?s|i['’]?m|i am|this is|(?:please |just |you can )*call me)\s+/iu;

/** "Dave here" */
const HERE = /^(?:hi |hello |hey )*(\S+(?: \S+)?) here$/iu;

/** A given name, a middle name and a family name of two words. */
const MOST_WORDS = 4;

/**
 * The person's own name in a message that answers something else. Only what plainly leads to a name counts, and behind
 * "it's" or "I'm" only a word that is no common one: "its wrong" and "I'm tired" tell no name.
 * @param knows whether a normalised word is one that people use
 * @param isOthersAsked that the name of somebody else was asked, so that "it's Jean" tells that one
 */
export function findOwnName(text: string, knows: Knows, isOthersAsked = false): Piece | undefined {
  // "Name: Jo" is one clause here.
  const clauses = clausesOf(text.replace(/(\bname *):/gi, '$1='));
  const isShouted = text === text.toUpperCase();
  for (const clause of clauses) {
    const sure = sureName(clause, knows, isShouted);
    const found = sure ?? (isOthersAsked ? undefined : (weakName(clause, knows, isShouted) ?? nameHere(clause, knows)));
    if (found) return { ...found, isLed: true };
  }
  return undefined;
}

/**
 * A name that stands beside answers, and nothing else: "dave pringle, network homes".
 *
 * @param rest the message without those answers
 */
export function findNameBeside(rest: string, knows: Knows): Piece | undefined {
  const [clause, ...others] = clausesOf(rest).filter(({ text }) => /\p{L}/u.test(text));
  if (!clause || others.length > 0) return undefined;
  const words = clause.text.split(/\s+/);
  const isName = words.length <= MOST_WORDS && words.every((word) => isRareName(word, knows, false));
  const [first = ''] = phraseWords(clause.text);
  const found = isName && isGivenName(first) ? foundAt(clause, 0, 0, words) : undefined;
  return found && { ...found, isLed: true };
}

type Found = Omit<Piece, 'isLed'>;

function sureName(clause: Clause, knows: Knows, isShouted: boolean): Found | undefined {
  const lead = SURE.exec(clause.text);
  if (!lead) return undefined;
  const from = lead.index + lead[0].length;
  const words = namedWords(clause.text.slice(from), (word, at) => !isCommon(word, knows, isShouted, at === 0));
  return foundAt(clause, lead.index, from, words);
}

/** Only a clause that is nothing else: "it's Dave Pringle". */
function weakName(clause: Clause, knows: Knows, isShouted: boolean): Found | undefined {
  const lead = WEAK.exec(clause.text);
  if (!lead) return undefined;
  const written = clause.text.slice(lead[0].length).replace(/ here$/i, '');
  const words = written.split(/\s+/);
  const isName = words.length <= MOST_WORDS && words.every((word) => isRareName(word, knows, isShouted));
  return isName ? foundAt(clause, 0, lead[0].length, words) : undefined;
}

function nameHere(clause: Clause, knows: Knows): Found | undefined {
  const written = HERE.exec(clause.text)?.[1];
  const words = written?.split(' ') ?? [];
  const isName = words.length > 0 && words.every((word) => isRareName(word, knows, false));
  return isName ? foundAt(clause, 0, clause.text.lastIndexOf(written ?? ''), words) : undefined;
}

function foundAt({ start, text }: Clause, lead: number, from: number, words: readonly string[]): Found | undefined {
  const name = words.join(' ').replace(/[\s.,!?]+$/, '');
  if (!/\p{L}/u.test(name)) return undefined;
  const end = Math.min(text.length, from + words.join(' ').length);
  return { field: 'name', value: capitaliseName(name), start: start + lead, end: start + end };
}

/** The words from the start that pass; of a longer clause not those behind the name. */
function namedWords(text: string, passes: (word: string, at: number) => boolean): readonly string[] {
  const words = text.split(/\s+/);
  const end = words.findIndex((word, at) => at >= MOST_WORDS || !passes(word, at));
  return end < 0 ? words : words.slice(0, end);
}

/** Whether a word of a sentence is a common one; a capital says that it is not, unless all are capitals. */
function isCommon(written: string, knows: Knows, isShouted: boolean, isFirst: boolean): boolean {
  const [word = ''] = phraseWords(written);
  if (/\d/.test(word)) return true;
  if (isFirst && (isGivenName(word) || word.length === 1)) return false;
  const isCapital = /^\p{Lu}/u.test(written) && !isShouted;
  return !isCapital && (isTalk(word) || knows(word) || word === '');
}

/** Whether a word is no common one and, in small letters, does not look like a word that describes. */
function isRareName(written: string, knows: Knows, isShouted: boolean): boolean {
  if (!/^[\p{L}\p{M}'’.-]+$/u.test(written)) return false;
  const [word = ''] = phraseWords(written);
  const isCapital = /^\p{Lu}/u.test(written) && !isShouted;
  const isUsed = knows(word) || isTalk(word);
  if (isCapital) return isGivenName(word) || !isUsed;
  return !isUsed && word.length > 1 && (isGivenName(word) || !isDescribing(word));
}
