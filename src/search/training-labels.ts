import type { Meaning, Phrasing } from './question-content';

/** What training has to know of each phrasing beside its words. */
export interface TrainingLabels {
  /** The classes, in alphabetical order. */
  readonly meanings: readonly Meaning[];
  /** The position of each phrasing's meaning. */
  readonly labels: readonly number[];
  /** How much each phrasing counts. */
  readonly weights: readonly number[];
}

/** At this many phrasings a meaning counts as much as it has phrasings; the typical topic. */
const TYPICAL = 14;

/** No phrasing counts more than this, however few its meaning has. */
const MOST = 3;

/**
 * Numbers the meanings, and weighs phrasings by the root of 14 / (phrasings of the meaning): a meaning of 400 lines
 * would otherwise win wherever words are few, and one of 5 never.
 */
export function labelPhrasings(phrasings: readonly Phrasing[]): TrainingLabels {
  const sizes = new Map<Meaning, number>();
  for (const { meaning } of phrasings) sizes.set(meaning, (sizes.get(meaning) ?? 0) + 1);
  const meanings = [...sizes.keys()].sort();
  const positions = new Map(meanings.map((meaning, at) => [meaning, at]));
  return {
    meanings,
    labels: phrasings.map(({ meaning }) => positions.get(meaning) ?? 0),
    weights: phrasings.map(({ meaning }) => Math.min(MOST, Math.sqrt(TYPICAL / (sizes.get(meaning) ?? TYPICAL)))),
  };
}
