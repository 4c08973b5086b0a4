import { editDistance } from './edit-distance';

/** Shorter words have too many neighbours to be corrected. */
const SHORTEST = 4;

/** From this length on two letters may be wrong. */
const LONG = 8;

/** Corrects one word; a word that is known, short or near to nothing comes back as it is. */
export type Speller = (word: string) => string;

/** A word that may be meant. */
interface Known {
  readonly word: string;
  /** How often it occurs. */
  readonly frequency: number;
  /** A bit for each letter of the alphabet that it has. */
  readonly letters: number;
}

type Found = Known & { readonly distance: number };

/**
 * A speller that knows these words and how often they occur. Among words that are equally near the commonest is taken.
 *
 * One wrong letter changes which letters a word has by two at most. That is compared first, in a bit operation a word:
 * a few thousand words need no index that would have to be built at every start.
 */
export function createSpeller(frequencies: ReadonlyMap<string, number>): Speller {
  const byLength = new Map<number, Known[]>();
  for (const [word, frequency] of frequencies) {
    if (word.length < SHORTEST - 1 || !/^[a-z]+$/.test(word)) continue;
    const known = { word, frequency, letters: lettersOf(word) };
    const others = byLength.get(word.length);
    if (others) others.push(known);
    else byLength.set(word.length, [known]);
  }
  return (word) => {
    if (word.length < SHORTEST || frequencies.has(word) || !/^[a-z]+$/.test(word)) return word;
    return nearest(word, byLength) ?? word;
  };
}

function nearest(word: string, byLength: ReadonlyMap<number, readonly Known[]>): string | undefined {
  const most = word.length >= LONG ? 2 : 1;
  const letters = lettersOf(word);
  let best: Found | undefined;
  for (let length = word.length - most; length <= word.length + most; length++) {
    for (const known of byLength.get(length) ?? []) {
      if (bits(known.letters ^ letters) > 2 * most) continue;
      const distance = editDistance(word, known.word, most);
      if (distance <= most && (!best || isNearer({ ...known, distance }, best))) best = { ...known, distance };
    }
  }
  return best?.word;
}

function isNearer(one: Found, other: Found): boolean {
  return one.distance < other.distance || (one.distance === other.distance && one.frequency > other.frequency);
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) - 97);
  return letters;
}

/** How many bits of a number are set. */
function bits(number: number): number {
  let left = number;
  let count = 0;
  while (left !== 0) {
    left &= left - 1;
    count += 1;
  }
  return count;
}
