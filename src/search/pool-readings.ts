import type { Meaning } from './question-content';
import type { RankedMeaning } from './rank-meanings';

/** What a text can mean, the likeliest first. */
type Reading = readonly RankedMeaning[];

/** The parts that ask together count half as much as the whole. From 0.35 to 0.7 little changes. */
const PARTS_COUNT = 0.5;

/** The share of a meaning that a reading does not hold: less than the least that one holds, as a rule. */
const MISSING = 0.002;

/**
 * Reads a message as a whole and by the parts that ask: a part does not know what it is about, and the whole is full of
 * what does not matter. Shares are multiplied, each to the power of its weight, and made 1 again (logarithmic opinion
 * pool; Genest and Zidek, "Combining probability distributions", 1986): a meaning has to be likely to all of them.
 */
export function poolReadings(whole: Reading, parts: readonly Reading[]): Reading {
  if (parts.length === 0) return whole;
  const readings = [
    { shares: sharesOf(whole), weight: 1 / (1 + PARTS_COUNT) },
    ...parts.map((part) => ({ shares: sharesOf(part), weight: PARTS_COUNT / (1 + PARTS_COUNT) / parts.length })),
  ];
  const meanings = [...new Set([whole, ...parts].flat().map(({ meaning }) => meaning))];
  const products = meanings.map((meaning) =>
    readings.reduce((product, { shares, weight }) => product * (shares.get(meaning) ?? MISSING) ** weight, 1),
  );
  const sum = products.reduce((total, product) => total + product, 0);
  return meanings
    .map((meaning, at) => ({ meaning, share: (products[at] ?? 0) / sum }))
    .sort((one, other) => other.share - one.share);
}

const sharesOf = (reading: Reading): ReadonlyMap<Meaning, number> =>
  new Map(reading.map(({ meaning, share }) => [meaning, share]));
