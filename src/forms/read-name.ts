import { capitaliseName } from './capitalise-name';
import { clausesOf } from './clauses';
import { countTalk, isQuestion, isTalk } from './is-question';
import { isGivenName, isNoName, isState } from './name-words';
import { phraseWords } from './wordings';

/** In characters. What is longer is no name by itself. */
const LONGEST_NAME = 200;

/** Pictures and signs that no name has. */
const SIGNS =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\uFE0E\uFE0F\u{E0020}-\u{E007F}"“”„«»<>[\]{}*_~^=+#@\\$£€%!?]+/gu;

/** Joiners stay where they join letters: Persian and Hindi names need them. Pictures leave theirs behind. */
const LOOSE_JOINERS = /(?<![\p{L}\p{M}])[\u200c\u200d]+|[\u200c\u200d]+(?![\p{L}\p{M}])/gu;

/** Around a name, and no part of it. An apostrophe may be one: "'t Hooft", "Ta'". */
const EDGES = /^(?:(?!['’ʼ‘])[\s\p{P}])+|[\s.,;:–—-]+$|^['‘](?=.*['’]$)|(?<=^['‘].*)['’]$|(?<=^[^(]*)\)$/gu;

/** Leads to a name. */
const SURE_LEAD =
  /^(?:(?:my|the|her|his|their|our)(?: (?:full|real|first|own|new|mum['’]?s|dad['’]?s))? names?(?:['’]s| is| are| would be)?(?: actually| really| now)?|names?(?:['’]s| is)?|full name(?: is)?|(?:please |just |you can |they |people |everyone )*calls? me|known as|i['’]?m called|i am called|i go by|(?:she|he)['’]?s called|(?:she|he) is called|goes by)(?=[\s:=-]|$)\s*[:=-]?\s*/iu;

/** Leads to a name, or to how somebody is: "I'm Jo", "I'm tired". */
const WEAK_LEAD = /^(?:(?:it['’]?s|it is|its) me|it['’]?s|it is|i['’]?m|i am|this is|that['’]?s|that is)\s+(?=\S)/iu;

const GREETING =
  /^(?:(?:hi|hello|hey)(?: there)?|hiya|sorry|ok|okay|yes|yeah|yep|please|good (?:morning|afternoon|evening))[\s,!.-]+(?=\S)/iu;

/** Whatever comes before the plainest lead-in. */
const BEFORE = /^.*\s(?=my (?:full |real |first )?name(?:['’]?s| is)\s)/isu;

/** These may be names: "Oh Se-hun", "So Young". */
const OPENING =
  /^(?:oh|so|no|well|sure|fine|and|er|um|erm|actually)\s+(?=(?:it['’]?s|i['’]?m|i am|my name|this is|call me)\b)/iu;

const TAIL =
  /[\s,]+(?:here|speaking|is my name|is the name|is my full name|please|pls|thanks|thank you|ta|cheers|mate|obviously|lol|xx+|kind regards|regards)[\s.!]*$/iu;

/** Where a name may end and something else begin: "Dave from Network Homes". */
const NEXT = /\s+(?:from|at|with|in|who|which|tenant|living|my|but|not|email|e-mail|phone|tel|of|on)\s+(\S+)/giu;

/**
 * Reads the answer to what somebody is called. Any name of any script is taken: what is refused is plain talk, a
 * question, and what has no letter. To be sure, somebody can always say "my name is ...".
 * @param knows whether a normalised word is one that people use
 */
export function readName(text: string, knows: Knows): string | undefined {
  const clauses = clausesOf(text).map(({ text: clause }) => clause);
  const names = clauses.map((clause) => nameIn(clause, knows));
  const first = names.findIndex((name) => name !== undefined);
  const name = names[first];
  if (name === undefined) return undefined;
  // "Pringle, Dave"
  const isTurned = clauses.length === 2 && names.every((one) => one !== undefined && !one.includes(' '));
  return isTurned && /,/.test(text) ? names.join(', ') : name;
}

/** The name that one clause is, without what leads to it. */
function nameIn(clause: string, knows: Knows): string | undefined {
  if (isQuestion(clause, knows)) return undefined;
  const { text, lead } = withoutLead(tidyName(clause).replace(BEFORE, '').replace(GREETING, '').replace(OPENING, ''));
  const name = tidyName(withoutRest(text, knows));
  const words = phraseWords(name);
  if (!/\p{L}/u.test(name) || name.length > LONGEST_NAME || isNoName(words.join(''))) return undefined;
  if (lead !== 'sure' && isAllTalk(phraseWords(text), knows)) return undefined;
  const isCapital = /^\p{Lu}/u.test(name) && !isShouted(clause);
  return isPlainName({ name, words, lead, isCapital }, knows) ? capitaliseName(name) : undefined;
}

type Knows = (word: string) => boolean;
type Lead = 'sure' | 'weak' | 'none';

interface Candidate {
  readonly name: string;
  readonly words: readonly string[];
  readonly lead: Lead;
  /** Begins with a capital that tells something. */
  readonly isCapital: boolean;
}

function isPlainName(candidate: Candidate, knows: Knows): boolean {
  const { words, lead, isCapital } = candidate;
  const [first = ''] = words;
  if (isGivenName(first)) return true;
  if (lead === 'sure') return isCapital || first.length === 1 || !(knows(first) || isTalk(first) || isState(first));
  return !(lead === 'weak' && isState(first)) && isBareName(candidate, knows);
}

/** Without capitals a message of capitals alone: they tell nothing. */
const isShouted = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase();

/**
 * What is said instead of a name has several words of talk, or common words alone ("the tenant", "fed up"), and no
 * capital on each word. Behind "its" common words are no name: "its wrong".
 */
function isBareName({ name, words, lead, isCapital }: Candidate, knows: Knows): boolean {
  const written = name.split(' ');
  if (written.every((word) => /^\p{Lu}\p{Ll}/u.test(word))) return true;
  const common = words.filter((word) => !/^\d+$/.test(word) && (knows(word) || isTalk(word))).length;
  if (common > 0 && written.some((word) => /^\d+$/.test(word))) return false;
  const areAll = common === words.length;
  if (areAll && lead === 'weak') return isCapital;
  return words.length === 1 || !isTalking(words, common);
}

/** "same as my email", "fed up with this" */
const isAllTalk = (words: readonly string[], knows: Knows): boolean =>
  words.length > 2 &&
  countTalk(words) > 0 &&
  words.every((word) => (knows(word) || isTalk(word)) && !isGivenName(word));

function isTalking(words: readonly string[], common: number): boolean {
  const talk = countTalk(words);
  if (common < words.length) return talk > 1 && common * 2 >= words.length;
  return talk > 0 || words.length > 3 || isState(words[0] ?? '');
}

/** A clause of nothing but a lead-in has no name: "Name" before a colon. */
function withoutLead(text: string): { text: string; lead: Lead } {
  const weak = SURE_LEAD.test(text) ? text : text.replace(WEAK_LEAD, '');
  const sure = weak.replace(SURE_LEAD, '');
  if (sure !== weak) return { text: sure, lead: 'sure' };
  return { text: weak, lead: weak === text ? 'none' : 'weak' };
}

/** Without what comes behind a name, unless nothing would be left. */
function withoutRest(text: string, knows: Knows): string {
  const shorter = text.replace(TAIL, '').replace(TAIL, '');
  const next = [...shorter.matchAll(NEXT)].find(({ 1: word = '' }) => {
    const [normal = ''] = phraseWords(word);
    return knows(normal) || isTalk(normal) || /\d/.test(normal);
  });
  return next ? shorter.slice(0, next.index) : shorter;
}

/** Without pictures, and without signs around it. */
export const tidyName = (text: string): string =>
  text.replace(SIGNS, ' ').replace(LOOSE_JOINERS, '').replace(/\s+/g, ' ').trim().replace(EDGES, '').trim();
