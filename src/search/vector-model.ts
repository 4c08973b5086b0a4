import { denseScores } from './dense-softmax';
import { nearness, type PhrasingVectors } from './neighbours';
import { alongAxes, type Axes } from './principal-axes';
import type { Meaning } from './question-content';
import { softmax } from './softmax';

/** What was learnt from the encoder's vectors of phrasings. */
export interface VectorModel {
  /** Of the encoder that made the vectors. Another one's vectors mean something else. */
  readonly encoderChecksum: string;
  readonly meanings: readonly Meaning[];
  /** See `trainDenseSoftmax`. */
  readonly weights: Float32Array;
  /** The directions along which phrasings are compared: a third of the numbers, and as many right. */
  readonly axes: Axes;
  /** Along the axes. */
  readonly phrasings: PhrasingVectors;
}

/** How likely each meaning is, by the vector of a message; together 1. */
export function vectorShares(vector: Float32Array, model: VectorModel): Float64Array {
  const shares = new Float64Array(model.meanings.length);
  denseScores(vector, model.weights, shares);
  softmax(shares);
  return shares;
}

/** How near a message is to the phrasings of each meaning, 0 to 2. */
export function phrasingNearness(vector: Float32Array, { axes, phrasings }: VectorModel): (meaning: number) => number {
  const along = alongAxes(vector, axes);
  return (meaning) => nearness(along, meaning, phrasings);
}
