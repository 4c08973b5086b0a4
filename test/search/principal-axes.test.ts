import { alongAxes, principalAxes } from '../../src/search/principal-axes';
import { seededRandom } from '../../src/search/seeded-random';

const random = seededRandom(3);
/** Vectors that differ a lot in their first two numbers, and hardly in the others. */
const vectors = Array.from({ length: 400 }, () =>
  Float32Array.from([4, 2, 0.01, 0.01, 0.01, 0.01], (spread) => spread * (random() - 0.5)),
);
const product = (one: Float32Array, other: Float32Array): number =>
  one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);

describe('principal axes', () => {
  const axes = principalAxes(vectors, 6, 2);
  const [first, second] = [axes.subarray(0, 6), axes.subarray(6, 12)];

  it('are unit vectors at right angles, the longest spread first', () => {
    expect(product(first, first)).toBeCloseTo(1);
    expect(product(second, second)).toBeCloseTo(1);
    expect(product(first, second)).toBeCloseTo(0);
    expect(Math.abs(first[0] ?? 0)).toBeGreaterThan(0.95);
    expect(Math.abs(second[1] ?? 0)).toBeGreaterThan(0.95);
  });

  it('keep the products of vectors that lie along them', () => {
    const [one, other] = [vectors[0] as Float32Array, vectors[1] as Float32Array];

    expect(product(alongAxes(one, axes), alongAxes(other, axes))).toBeCloseTo(product(one, other), 2);
  });

  it('are the same in every run', () => {
    expect(principalAxes(vectors, 6, 2)).toEqual(axes);
  });
});
