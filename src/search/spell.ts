import { editDistance } from './edit-distance';

/** Shorter words have too many neighbours to be corrected. */
const SHORTEST = 4;

/** From this length on two letters may be wrong. */
const LONG = 8;

/** Corrects one word; a word that is known, short or near to nothing comes back as it is. */
export type Speller = (word: string) => string;

/**
 * A speller that knows these words and how often they occur. Among words that are equally near the commonest is taken.
 * Candidates are found by leaving out letters of both sides, one or in long words two (the delete index of SymSpell,
 * Wolf Garbe 2012); whatever is found that way is measured before it counts.
 */
export function createSpeller(frequencies: ReadonlyMap<string, number>): Speller {
  const index = new Map<string, string[]>();
  for (const word of frequencies.keys()) {
    if (word.length < SHORTEST - 1 || /\d/.test(word)) continue;
    for (const key of deletions(word)) {
      const words = index.get(key);
      if (words) words.push(word);
      else index.set(key, [word]);
    }
  }
  return (word) => {
    if (word.length < SHORTEST || frequencies.has(word) || !/^[a-z]+$/.test(word)) return word;
    return nearest(word, index, frequencies) ?? word;
  };
}

function nearest(
  word: string,
  index: ReadonlyMap<string, readonly string[]>,
  frequencies: ReadonlyMap<string, number>,
): string | undefined {
  const most = word.length >= LONG ? 2 : 1;
  const candidates = new Set([...deletions(word)].flatMap((key) => index.get(key) ?? []));
  let best: { readonly word: string; readonly distance: number; readonly frequency: number } | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate, most);
    if (distance > most) continue;
    const frequency = frequencies.get(candidate) ?? 0;
    if (!best || distance < best.distance || (distance === best.distance && frequency > best.frequency)) {
      best = { word: candidate, distance, frequency };
    }
  }
  return best?.word;
}

/** The word and everything that leaving out one of its letters makes; of a long word, also two. */
function deletions(word: string): ReadonlySet<string> {
  const keys = new Set([word, ...withoutOne(word)]);
  if (word.length >= LONG - 1)
    for (const shorter of withoutOne(word)) for (const key of withoutOne(shorter)) keys.add(key);
  return keys;
}

function withoutOne(word: string): readonly string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}
