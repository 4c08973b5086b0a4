import { denseScores } from './dense-softmax';
import { nearness, type PhrasingVectors } from './neighbours';
import type { Meaning } from './question-content';
import { softmax } from './softmax';

/** What was learnt from the encoder's vectors of phrasings. */
export interface VectorModel {
  /** Of the encoder that made the vectors. Another one's vectors mean something else. */
  readonly encoderChecksum: string;
  readonly meanings: readonly Meaning[];
  /** See `trainDenseSoftmax`. */
  readonly weights: Float32Array;
  readonly phrasings: PhrasingVectors;
}

/** How likely each meaning is, by the vector of a message; together 1. */
export function vectorShares(vector: Float32Array, model: VectorModel): Float64Array {
  const shares = new Float64Array(model.meanings.length);
  denseScores(vector, model.weights, shares);
  softmax(shares);
  return shares;
}

/** How near a message is to the phrasings of a meaning, 0 to 2. */
export function phrasingNearness(vector: Float32Array, meaning: number, model: VectorModel): number {
  return nearness(vector, meaning, model.phrasings);
}
