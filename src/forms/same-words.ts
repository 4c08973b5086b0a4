import { editDistance } from '../search/edit-distance';

/** Shorter words have too many neighbours to be taken for mistyped. */
const SHORTEST = 5;

/** By itself a word has to be longer: "water" is not "later". */
const SHORTEST_ALONE = 6;

/** Whether two phrases are the same but for one wrong letter in long words: "cancle" is "cancel". */
export function sameButMistyped(said: readonly string[], meant: readonly string[]): boolean {
  const shortest = meant.length === 1 ? SHORTEST_ALONE : SHORTEST;
  return said.length === meant.length && said.every((word, at) => isNear(word, meant[at] ?? '', shortest));
}

function isNear(said: string, meant: string, shortest: number): boolean {
  return said === meant || (meant.length >= shortest && said.length >= shortest && editDistance(said, meant, 1) <= 1);
}
