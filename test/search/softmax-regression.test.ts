import fc from 'fast-check';

import { denseScores, dot, trainDenseSoftmax } from '../../src/search/dense-softmax';
import { softmax } from '../../src/search/softmax';
import { SPARSE_DEFAULTS, sparseScores, trainSparseSoftmax, type SparseExample } from '../../src/search/sparse-softmax';

const sparse = (features: readonly number[], label: number): SparseExample => ({
  vector: { indices: Int32Array.from(features), values: Float32Array.from(features, () => 1.5) },
  label,
  weight: 1,
});
const best = (scores: Float64Array): number => scores.indexOf(Math.max(...scores));

describe('softmax', () => {
  it('shares 1 among scores, however large, in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -700, max: 700, noNaN: true }), { minLength: 1 }), (scores) => {
        const shares = Float64Array.from(scores);
        softmax(shares);

        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
        expect(shares[scores.indexOf(Math.max(...scores))]).toBe(Math.max(...shares));
      }),
    );
  });

  it('has the slope that the steps of training take: share - 1 for the label, share for the others', () => {
    const scores = [0.3, -1.2, 0.8];
    const loss = (at: readonly number[]): number => softmax(Float64Array.from(at)) - (at[1] as number);
    const shares = Float64Array.from(scores);
    softmax(shares);

    scores.forEach((_, c) => {
      const step = 1e-5;
      const moved = (by: number) => scores.map((score, at) => (at === c ? score + by : score));
      const slope = (loss(moved(step)) - loss(moved(-step))) / (2 * step);
      expect(slope).toBeCloseTo((shares[c] as number) - (c === 1 ? 1 : 0), 6);
    });
  });
});

describe('learning from sparse features', () => {
  // Feature 0 is in every class; 1, 2 and 3 tell them apart.
  const examples = [0, 1, 2].flatMap((label) => [sparse([0, label + 1], label), sparse([label + 1], label)]);
  const training = { ...SPARSE_DEFAULTS, features: 4, classes: 3 };

  it('learns which feature tells which class', () => {
    const weights = trainSparseSoftmax(examples, training);

    const scores = new Float64Array(3);
    const got = examples.map(({ vector }) => {
      sparseScores(vector, weights, scores);
      return best(scores);
    });
    expect(got).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('learns the same from the same', () => {
    expect(trainSparseSoftmax(examples, training)).toEqual(trainSparseSoftmax(examples, training));
  });

  it('learns nothing where there is nothing', () => {
    expect(trainSparseSoftmax([], training)).toEqual(new Float32Array(12));
  });
});

describe('learning from vectors', () => {
  const corner = (at: number): Float32Array => Float32Array.from([0, 1, 2, 3, 4], (d) => (d === at ? 1 : 0));

  it('learns which direction is which class', () => {
    const examples = [0, 1, 2, 3, 4].map((at) => ({ vector: corner(at), label: at % 2, weight: 1 }));

    const weights = trainDenseSoftmax(examples, { dimensions: 5, classes: 2, epochs: 30, rate: 0.3, l2: 0, seed: 1 });

    const scores = new Float64Array(2);
    const got = examples.map(({ vector }) => {
      denseScores(vector, weights, scores);
      return best(scores);
    });
    expect(got).toEqual([0, 1, 0, 1, 0]);
  });

  it('multiplies vectors of any length', () => {
    expect(dot(Float32Array.of(1, 2, 3, 4, 5), Float32Array.of(9, 1, 1, 1, 1, 2), 1)).toBe(1 + 2 + 3 + 4 + 10);
  });
});
