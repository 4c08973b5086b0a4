import { THING_BLANK, WHO_BLANK, type AnswerContent } from './answer-content';
import type { Piece } from './piece';
import { placedWords, type PlacedWord } from './placed-words';
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

/** Finds in a message whom the information is about: "actually it's my mum's file", "for my client". */
export type FindSubject = (text: string) => readonly Piece[];

/** Where a message names several people, it has to be asked. */
export function createFindSubject({ about }: AnswerContent): FindSubject {
  const phrases = new Map<string, Phrase>();
  for (const phrase of allPhrases(about)) if (!phrases.has(phrase.words)) phrases.set(phrase.words, phrase);
  const longest = Math.max(...[...phrases.values()].map(({ length }) => length));
  const beside = new Set(about.beside);

  return (text) => {
    const words = placedWords(text).filter(({ word }) => !beside.has(word));
    const found = longestAt(words, phrases, longest);
    const kinds = new Set(found.map(({ phrase }) => JSON.stringify(phrase.fills)));
    return kinds.size === 1 ? found.slice(0, 1).flatMap(piecesOf) : [];
  };
}

interface Found {
  readonly phrase: Phrase;
  readonly start: number;
  readonly end: number;
}

/** At each word the longest phrase that begins there. */
function longestAt(
  words: readonly PlacedWord[],
  phrases: ReadonlyMap<string, Phrase>,
  longest: number,
): readonly Found[] {
  const found: Found[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const phrase = phraseAt(words, at, phrases, longest);
    if (!phrase) continue;
    const last = at + phrase.length - 1;
    found.push({ phrase, start: words[at]?.start ?? 0, end: words[last]?.end ?? 0 });
    at = last;
  }
  return found;
}

function phraseAt(
  words: readonly PlacedWord[],
  at: number,
  phrases: ReadonlyMap<string, Phrase>,
  longest: number,
): Phrase | undefined {
  for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
    const said = words.slice(at, at + length).map(({ word }) => word);
    const phrase = phrases.get(said.join(' '));
    if (phrase && (phrase.telling !== 'whole' || length === words.length)) return phrase;
  }
  return undefined;
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
  const ofPeople = people.flatMap(({ fills, who }) =>
    TELLING.flatMap((telling) => filled(about[telling], telling, fills, [who], things)),
  );
  const everybody = people.map(({ who }) => who);
  const { fills, ...frames } = about.myself;
  const ofMyself = TELLING.flatMap((telling) => filled(frames[telling], telling, fills, everybody, things));
  return [...ofPeople, ...ofMyself];
}

function filled(
  frames: Words,
  telling: Telling,
  fills: Fills,
  who: readonly Words[],
  things: readonly Words[],
): readonly Phrase[] {
  return frames.flatMap((frame) => {
    const people = frame.includes(WHO_BLANK) ? who.flatMap((one) => [one, owning(one)]) : [[]];
    const objects = frame.includes(THING_BLANK) ? things : [[]];
    return people.flatMap((person) =>
      objects.map((thing) => {
        const words = phraseWords(frame.replace(WHO_BLANK, person.join(' ')).replace(THING_BLANK, thing.join(' ')));
        return { words: words.join(' '), length: words.length, telling, fills };
      }),
    );
  });
}

/** "mum's" is one word without its apostrophe. */
const owning = (who: Words): Words => [...who.slice(0, -1), `${who.at(-1) ?? ''}s`];
