import { dot } from '../../search/dense-softmax';
import type { Encoder } from '../../search/encoder/encoder';
import { embedAll } from '../../search/encoder/vector-cache';
import type { Phrasing } from '../../search/question-content';

/** A phrasing and its cosine with a message, -1 to 1. */
export interface NearPhrasing {
  readonly phrasing: Phrasing;
  readonly cosine: number;
}

/**
 * The phrasings that the encoder takes for nearest to a message.
 * @param cache the file in which training keeps their vectors; without it they are computed, which takes some seconds
 */
export async function nearestPhrasings(
  text: string,
  phrasings: readonly Phrasing[],
  { encoder, cache, most }: { readonly encoder: Encoder; readonly cache: string; readonly most: number },
): Promise<readonly NearPhrasing[]> {
  const vectors = await embedAll(
    encoder,
    phrasings.map((phrasing) => phrasing.text),
    cache,
  );
  const [question] = await encoder.embed([text]);
  if (!question) return [];
  return phrasings
    .map((phrasing, at) => ({ phrasing, cosine: dot(question, vectors[at] ?? NONE, 0) }))
    .sort((one, other) => other.cosine - one.cosine)
    .slice(0, most);
}

const NONE = new Float32Array(0);
