import { seededRandom, shuffle } from './seeded-random';
import { softmax } from './softmax';

export interface DenseTraining {
  readonly dimensions: number;
  readonly classes: number;
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  readonly seed: number;
}

/** A vector with the class that it belongs to and how much it counts in training. */
export interface DenseExample {
  readonly vector: Float32Array;
  readonly label: number;
  readonly weight: number;
}

export const DENSE_DEFAULTS = { epochs: 4, rate: 0.1, l2: 0.01, seed: 7 } as const;

/**
 * Unit vectors are stretched by this before the softmax, as they were when the encoder was tuned: at length 1 no
 * weights of reasonable size could tell 200 classes apart.
 */
const SCALE = 10;

/** Below this a class is as good as impossible for the example, and its weights are left alone: twice as fast. */
const NEGLIGIBLE = 2e-3;

/**
 * Learns a softmax regression over sentence vectors, one example at a time, with one AdaGrad step size a class.
 * @returns weights by class, then dimension, with a bias as the last: `weights[class * (dimensions + 1) + dimension]`
 */
export function trainDenseSoftmax(examples: readonly DenseExample[], training: DenseTraining): Float32Array {
  const { dimensions, classes, epochs, rate, l2 } = training;
  const random = seededRandom(training.seed);
  const width = dimensions + 1;
  const weights = new Float32Array(classes * width);
  const squares = new Float32Array(classes).fill(1e-6);
  const shares = new Float64Array(classes);
  const order = Int32Array.from(examples.keys());
  const steps = epochs * examples.length;
  for (let step = 0; step < steps; step++) {
    const at = step % examples.length;
    if (at === 0) shuffle(order, random);
    const example = examples[order[at] as number];
    if (!example) continue;
    denseScores(example.vector, weights, shares);
    softmax(shares);
    const now = rate * (1 - step / steps);
    for (let c = 0; c < classes; c++) {
      const error = example.weight * ((shares[c] as number) - (c === example.label ? 1 : 0));
      if (Math.abs(error) < NEGLIGIBLE) continue;
      const sum = (squares[c] as number) + error * error;
      squares[c] = sum;
      descend(weights, c * width, example.vector, { step: now / Math.sqrt(sum), error, l2 });
    }
  }
  return weights;
}

function descend(
  weights: Float32Array,
  row: number,
  vector: Float32Array,
  { step, error, l2 }: { readonly step: number; readonly error: number; readonly l2: number },
): void {
  const bias = row + vector.length;
  const slope = step * error * SCALE;
  const kept = 1 - step * l2;
  for (let d = 0; d < vector.length; d++) {
    weights[row + d] = (weights[row + d] as number) * kept - slope * (vector[d] as number);
  }
  weights[bias] = (weights[bias] as number) - step * error;
}

/** The scores of all classes, before softmax. */
export function denseScores(vector: Float32Array, weights: Float32Array, scores: Float64Array): void {
  const { length } = vector;
  for (let c = 0; c < scores.length; c++) {
    const row = c * (length + 1);
    scores[c] = SCALE * dot(vector, weights, row) + (weights[row + length] as number);
  }
}

/** The sum of the products of a vector and as many numbers of a longer list, from a place on. Four at a time: faster. */
export function dot(vector: Float32Array, list: Float32Array, from: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  const whole = vector.length - (vector.length % 4);
  for (let at = 0; at < whole; at += 4) {
    a += (vector[at] as number) * (list[from + at] as number);
    b += (vector[at + 1] as number) * (list[from + at + 1] as number);
    c += (vector[at + 2] as number) * (list[from + at + 2] as number);
    d += (vector[at + 3] as number) * (list[from + at + 3] as number);
  }
  for (let at = whole; at < vector.length; at++) a += (vector[at] as number) * (list[from + at] as number);
  return a + b + c + d;
}
