import { inverseDocumentFrequency, termScore } from './bm25';
import type { PassageIndex } from './passage-index';
import type { RankedPassage } from './understanding';

/** The passages that share a term with the question, best first, and how well the best covers what was asked. */
export interface Ranking {
  readonly ranked: readonly RankedPassage[];
  /** See `coverage`. 0 where nothing was found. */
  readonly coverage: number;
  /** The idf of a term that no passage holds: the yardstick for scores, which grow with the size of the notice. */
  readonly highestIdf: number;
}

/** Ranks by BM25. Passages of equal score keep the order of the notice. */
export function rankPassages(terms: readonly string[], index: PassageIndex): Ranking {
  const distinct = [...new Set(terms)];
  const ranked = [...scorePassages(distinct, index)]
    .sort(([position, score], [otherPosition, otherScore]) => otherScore - score || position - otherPosition)
    .flatMap(([position, score]) => {
      const passage = index.passages[position];
      return passage ? [{ passage, score }] : [];
    });
  const highestIdf = inverseDocumentFrequency(index.passages.length, 0);
  return { ranked, coverage: coverage(ranked[0]?.score ?? 0, distinct, index, highestIdf), highestIdf };
}

function scorePassages(terms: readonly string[], index: PassageIndex): ReadonlyMap<number, number> {
  const scores = new Map<number, number>();
  for (const term of terms) {
    const posting = index.postings.get(term);
    if (!posting) continue;
    for (const [position, frequency] of posting.places) {
      const added = termScore(posting.idf, frequency, index.lengths[position] ?? 0, index.averageLength);
      scores.set(position, (scores.get(position) ?? 0) + added);
    }
  }
  return scores;
}

/**
 * The share of the question that a score explains, 0 to 1: the score, divided by what a passage of average length would
 * get that holds every term of the question once. A term that the notice lacks counts among them with the highest idf,
 * so a question about something else explains little, whatever small words it shares with the notice.
 */
function coverage(score: number, terms: readonly string[], index: PassageIndex, highestIdf: number): number {
  const attainable = terms.reduce((total, term) => total + (index.postings.get(term)?.idf ?? highestIdf), 0);
  return attainable > 0 ? Math.min(1, score / attainable) : 0;
}
