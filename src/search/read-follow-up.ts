import { fillBlanks } from '../shared/fill-blanks';
import type { Aspect, FollowUpContent } from './follow-up-content';
import { readWords } from './read-words';
import type { Speller } from './spell';
import { stemWord } from './stem-word';

/** Reads what a message takes over from the question before it. */
export interface FollowUpReader {
  /** What a question asks about its matter; the first aspect in the content's order of which it has the words. */
  aspectOf(text: string): string | undefined;
  /**
   * The whole questions that a message may stand for: "how long?" with what was last talked of, or "and photos?" with
   * what was last asked. Of several the one that is understood best is meant. None where the message is complete by itself, or what it needs is not known.
   */
  complete(text: string, last: LastQuestion): readonly WholeQuestion[];
}

/** What a message can lean on. */
export interface LastQuestion {
  readonly aspect?: string | undefined;
  /** What the last answer was about, as it is put into a question: "recordings of calls". */
  readonly about?: string | undefined;
}

export interface WholeQuestion {
  readonly question: string;
  readonly aspect: string;
  /** The same about all information, where no subject was named and the notice answers that. */
  readonly inGeneral?: string | undefined;
}

/** Words that point at what was talked of, and those that hold a question together. They bring no matter of their own. */
const LEANING = wordSet(
  'it its that this these those they them their there one do does did done is are was were be been being has have had ' +
    'will would can could should may might must to of in on at for with from by about the all so just still like ' +
    'ever even you your u get gets got else exactly',
);

/** A message with one of these asks by itself: it is no mere name of another subject. */
const ASKING = wordSet(
  'who whom whose what when where why how which do does did is are was were am can could will would should shall may ' +
    'have has had i you we they or not',
);

/** Between "and" and the subject: "and for calls". */
const LEADING = wordSet('for with to on about in of if from by at when');

/** Words. More of them are a sentence, and stand for themselves. */
const LONGEST_SUBJECT = 6;

type Words = readonly string[];

/** An aspect with what finds it in the stems of a message, and the stems that it is asked and completed with. */
type ReadAspect = Aspect & { readonly pattern: RegExp; readonly vocabulary: ReadonlySet<string> };

/** @param speller corrects typing errors in messages that may lean on something; to correct all would take too long */
export function createFollowUpReader(content: FollowUpContent, speller: Speller = (word) => word): FollowUpReader {
  const aspects = content.aspects.map(readAspect);
  const joins = longestFirst(content.joins);
  const around = longestFirst(content.around);
  const aspectIn = (words: Words): ReadAspect | undefined => {
    const stems = words.map(stemWord).join(' ');
    return aspects.find(({ pattern }) => pattern.test(stems));
  };

  return {
    aspectOf: (text) => aspectIn(readWords(text))?.aspect,
    complete: (text, last) => {
      const { words, isJoined } = unwrap(readWords(text), joins, around);
      // A subject is shown as it was written.
      const spelt = words.map(speller);
      const own = aspectIn(spelt);
      if (own) return isBare(spelt, own) ? fillBare(own, last.about) : [];
      const subject = isJoined ? subjectOf(words) : undefined;
      return fill(
        aspects.find(({ aspect }) => aspect === last.aspect),
        subject,
      );
    },
  };
}

function readAspect(aspect: Aspect): ReadAspect {
  const stemsOf = (text: string): Words => readWords(text).map(stemWord);
  // Stems are letters and figures, which mean themselves in a pattern.
  const phrases = aspect.askedAs.map((text) => stemsOf(text).join(' '));
  const vocabulary = new Set([...aspect.askedAs, ...aspect.completed.slice(0, 1)].flatMap(stemsOf));
  return { ...aspect, pattern: new RegExp(`(?:^| )(?:${phrases.join('|')})(?: |$)`), vocabulary };
}

/** A message without the words around it, and whether it was tied to what was before. */
function unwrap(all: Words, joins: readonly Words[], around: readonly Words[]): { words: Words; isJoined: boolean } {
  let words = all;
  let isJoined = false;
  for (;;) {
    const join = joins.find((one) => startsWith(words, one));
    const first = join ?? around.find((one) => startsWith(words, one));
    const last = first ? undefined : around.find((one) => endsWith(words, one));
    if (join) isJoined = true;
    if (first) words = words.slice(first.length);
    else if (last) words = words.slice(0, -last.length);
    else return { words, isJoined };
  }
}

/** Whether a message asks about an aspect and says nothing of what. */
const isBare = (words: Words, { vocabulary }: ReadAspect): boolean =>
  words.every((word) => vocabulary.has(stemWord(word)) || LEANING.has(word));

/** The subject that a message names, if it does nothing else. */
function subjectOf(words: Words): string | undefined {
  const subject = LEADING.has(words[0] ?? '') ? words.slice(1) : words;
  if (subject.length > LONGEST_SUBJECT || subject.some((word) => ASKING.has(word))) return undefined;
  return subject.every((word) => LEANING.has(word)) ? undefined : subject.join(' ');
}

function fill(aspect: Aspect | undefined, about: string | undefined): readonly WholeQuestion[] {
  if (!aspect || about === undefined) return [];
  return aspect.completed.map((text) => ({ question: fillBlanks(text, { about }), aspect: aspect.aspect }));
}

function fillBare(aspect: Aspect, about: string | undefined): readonly WholeQuestion[] {
  const { inGeneral } = aspect;
  return fill(aspect, about)
    .slice(0, 1)
    .map((whole) => ({ ...whole, inGeneral }));
}

/** So that "what about" is found before "what". */
function longestFirst(phrases: readonly string[]): readonly Words[] {
  return phrases.map((text) => readWords(text)).sort((one, other) => other.length - one.length);
}

const startsWith = (words: Words, part: Words): boolean => part.every((word, at) => words[at] === word);
const endsWith = (words: Words, part: Words): boolean =>
  part.length <= words.length && part.every((word, at) => words[words.length - part.length + at] === word);

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
