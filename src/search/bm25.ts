/**
 * Okapi BM25, after Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with the
 * fields joined before saturation as in "Simple BM25 extension to multiple weighted fields" (2004).
 */

/** How soon a repeated term stops counting (k1) and how far length counts (b, 0 to 1). */
export interface Bm25Parameters {
  readonly k1: number;
  readonly b: number;
}

/** k1 is the usual 1.2. b is low because an item of a list is short by nature, not because it is to the point. */
export const BM25: Bm25Parameters = { k1: 1.2, b: 0.3 };

/**
 * How much a term tells, above 0: ln(1 + (N - n + 0.5) / (n + 0.5)). The 1 keeps it positive for common terms.
 * @param passages N, how many passages there are
 * @param holding n, how many of them hold the term; 0 for a term that the notice does not know
 */
export function inverseDocumentFrequency(passages: number, holding: number): number {
  return Math.log(1 + (passages - holding + 0.5) / (holding + 0.5));
}

/**
 * What one term adds to the score of one passage: idf * f * (k1 + 1) / (f + k1 * (1 - b + b * length / average)).
 * It grows with the frequency, towards idf * (k1 + 1), and falls with the length.
 * @param frequency how often the term stands in the passage, each time weighted by its field
 */
export function termScore(
  idf: number,
  frequency: number,
  length: number,
  averageLength: number,
  { k1, b }: Bm25Parameters = BM25,
): number {
  if (frequency <= 0) return 0;
  const relativeLength = averageLength > 0 ? length / averageLength : 1;
  return (idf * frequency * (k1 + 1)) / (frequency + k1 * (1 - b + b * relativeLength));
}
