import type { SparseVector } from './feature-space';
import { seededRandom, shuffle } from './seeded-random';
import { softmax } from './softmax';

/** A message with the class that it belongs to and how much it counts in training. */
export interface SparseExample {
  readonly vector: SparseVector;
  readonly label: number;
  readonly weight: number;
}

export interface SparseTraining {
  readonly features: number;
  readonly classes: number;
  readonly epochs: number;
  /** The step of AdaGrad at the start; it falls to 0 in a straight line. */
  readonly rate: number;
  /** How strongly weights are drawn to 0, each time their feature is met. */
  readonly l2: number;
  /** The share of features that is left out at random each time, so that no single word is relied on. */
  readonly dropout: number;
  readonly seed: number;
}

/** As measured for this kind of data: more epochs change nothing, fewer learn rare topics less well. */
export const SPARSE_DEFAULTS = { epochs: 20, rate: 0.5, l2: 1e-4, dropout: 0.3, seed: 7 } as const;

/** Below this a class is as good as impossible for the example, and its weights are left alone: three times as fast. */
const NEGLIGIBLE = 1e-3;

/**
 * Learns a softmax regression (multinomial logistic regression) over sparse features, one example at a time, with one
 * AdaGrad step size a feature (Duchi, Hazan and Singer 2011). The same examples and seed give the same weights.
 * @returns weights by feature and then class: `weights[feature * classes + class]`
 */
export function trainSparseSoftmax(examples: readonly SparseExample[], training: SparseTraining): Float32Array {
  const { features, classes, epochs, rate } = training;
  const random = seededRandom(training.seed);
  const weights = new Float32Array(features * classes);
  const squares = new Float32Array(features).fill(1e-6);
  const scores = new Float64Array(classes);
  const order = Int32Array.from(examples.keys());
  const steps = epochs * examples.length;
  for (let step = 0; step < steps; step++) {
    const at = step % examples.length;
    if (at === 0) shuffle(order, random);
    const example = examples[order[at] as number];
    if (!example) continue;
    const kept = dropFeatures(example.vector, training.dropout, random);
    sparseScores(kept, weights, scores);
    softmax(scores);
    descend(kept, example, scores, { weights, squares, rate: rate * (1 - step / steps), l2: training.l2 });
  }
  return weights;
}

/** The scores of all classes, before softmax. */
export function sparseScores({ indices, values }: SparseVector, weights: Float32Array, scores: Float64Array): void {
  const classes = scores.length;
  scores.fill(0);
  for (let at = 0; at < indices.length; at++) {
    const row = (indices[at] as number) * classes;
    const value = values[at] as number;
    for (let c = 0; c < classes; c++) scores[c] = (scores[c] as number) + value * (weights[row + c] as number);
  }
}

function dropFeatures({ indices, values }: SparseVector, dropout: number, random: () => number): SparseVector {
  const kept = Int32Array.from(indices.keys()).filter(() => random() >= dropout);
  return {
    indices: kept.map((at) => indices[at] as number),
    values: Float32Array.from(kept, (at) => values[at] as number),
  };
}

interface Descent {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly rate: number;
  readonly l2: number;
}

/** One step against the gradient of -weight * ln P(label): (P(class) - 1 if it is the label) * value for each weight. */
function descend(kept: SparseVector, { label, weight }: SparseExample, shares: Float64Array, descent: Descent): void {
  const { weights, squares, rate, l2 } = descent;
  const classes = shares.length;
  const { errors, places, square } = errorsOf(shares, label, weight);
  for (let at = 0; at < kept.indices.length; at++) {
    const feature = kept.indices[at] as number;
    const value = kept.values[at] as number;
    const sum = (squares[feature] as number) + square * value * value;
    squares[feature] = sum;
    const step = rate / Math.sqrt(sum);
    const row = feature * classes;
    for (let e = 0; e < places.length; e++) {
      const place = row + (places[e] as number);
      const old = weights[place] as number;
      weights[place] = old - step * ((errors[e] as number) * value + l2 * old);
    }
  }
}

/** What is wrong with the shares, for the classes that matter, and the sum of the squares of it. */
function errorsOf(shares: Float64Array, label: number, weight: number) {
  const errors: number[] = [];
  const places: number[] = [];
  let square = 0;
  for (let c = 0; c < shares.length; c++) {
    const error = weight * ((shares[c] as number) - (c === label ? 1 : 0));
    if (Math.abs(error) < NEGLIGIBLE) continue;
    errors.push(error);
    places.push(c);
    square += error * error;
  }
  return { errors, places, square };
}
