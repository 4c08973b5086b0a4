import { THING_BLANK, WHO_BLANK, type AnswerContent } from './answer-content';
import type { Piece } from './piece';
import { isNegated, placedWords, type PlacedWord } from './placed-words';
import { phraseWords } from './wordings';

/** How much a wording tells: everywhere; where no free words are asked for; only as the whole message. */
type Telling = 'telling' | 'hinting' | 'whole';
const TELLING: readonly Telling[] = ['telling', 'hinting', 'whole'];

type Words = readonly string[];
type Fills = Readonly<Record<string, string>>;

/** A wording with its blanks filled in every way. */
interface Phrase {
  readonly words: string;
  readonly length: number;
  readonly telling: Telling;
  readonly fills: Fills;
}

/**
 * Finds in a message whom the information is about: "actually it's my mum's file", "for my client". Several pieces of
 * one field may disagree: then it has to be asked.
 * @param isAsked that whom it is about was asked, so that "my mum" alone tells it in any place
 */
export type FindSubject = (text: string, isAsked: boolean) => readonly Piece[];

export function createFindSubject({ about }: AnswerContent): FindSubject {
  const phrases = new Map<string, Phrase>();
  for (const phrase of allPhrases(about)) if (!phrases.has(phrase.words)) phrases.set(phrase.words, phrase);
  const longest = Math.max(...[...phrases.values()].map(({ length }) => length));
  const beside = new Set(about.beside.flatMap(phraseWords));

  return (text, isAsked) => {
    const words = placedWords(text).filter(({ word }) => !beside.has(word));
    const phraseAt = (at: number): Phrase | undefined => {
      for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
        const said = words.slice(at, at + length).map(({ word }) => word);
        const phrase = phrases.get(said.join(' '));
        if (phrase && (countsInside(phrase, isAsked) || length === words.length)) return phrase;
      }
      return undefined;
    };
    return longestRuns(words, phraseAt).flatMap(piecesOf);
  };
}

interface Found {
  readonly phrase: Phrase;
  readonly start: number;
  readonly end: number;
}

/** One word, "me", is no answer in the middle of others: "not me". */
const countsInside = ({ telling, length }: Phrase, isAsked: boolean): boolean =>
  telling !== 'whole' || (isAsked && length > 1);

/** At each word the longest phrase that begins there, and then behind it. */
function longestRuns(words: readonly PlacedWord[], phraseAt: (at: number) => Phrase | undefined): readonly Found[] {
  const found: Found[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const phrase = phraseAt(at);
    if (!phrase || isNegated(words, at)) continue;
    const last = at + phrase.length - 1;
    found.push({ phrase, start: words[at]?.start ?? 0, end: words[last]?.end ?? 0 });
    at = last;
  }
  return found;
}

const piecesOf = ({ phrase, start, end }: Found): readonly Piece[] =>
  Object.entries(phrase.fills).map(([field, value]) => ({
    field,
    value,
    start,
    end,
    isLed: phrase.telling === 'telling',
  }));

function allPhrases(about: AnswerContent['about']): readonly Phrase[] {
  const things = about.things.map(phraseWords);
  const people = about.people.flatMap(({ fills, who }) => who.map((one) => ({ fills, who: phraseWords(one) })));
  const ofPeople = people.flatMap(({ fills, who }) => filled(about, fills, [who], things));
  const everybody = people.map(({ who }) => who);
  return [...ofPeople, ...filled(about.myself, about.myself.fills, everybody, things)];
}

type Frames = Readonly<Record<Telling, Words>>;

function filled(frames: Frames, fills: Fills, who: readonly Words[], things: readonly Words[]): readonly Phrase[] {
  const people = who.flatMap((one) => [one, owning(one)]);
  return TELLING.flatMap((telling) =>
    frames[telling].flatMap((frame) =>
      fillBlank(fillBlank([frameWords(frame)], WHO_BLANK, people), THING_BLANK, things).map((words) => {
        return { words: words.join(' '), length: words.length, telling, fills };
      }),
    ),
  );
}

const frameWords = (frame: string): Words =>
  frame.split(' ').flatMap((word) => (word === WHO_BLANK || word === THING_BLANK ? [word] : phraseWords(word)));

/** Every way to fill a blank; those without it stay as they are. */
function fillBlank(all: readonly Words[], blank: string, values: readonly Words[]): readonly Words[] {
  return all.flatMap((words) => {
    const at = words.indexOf(blank);
    return at < 0 ? [words] : values.map((value) => [...words.slice(0, at), ...value, ...words.slice(at + 1)]);
  });
}

/** "mum's" is one word without its apostrophe. */
const owning = (who: Words): Words => [...who.slice(0, -1), `${who.at(-1) ?? ''}s`];
