import { dot } from './dense-softmax';
import { seededRandom } from './seeded-random';

/** Rounds of the iteration. After eight the axes hold as much of the vectors as after thirty, to the third figure. */
const ROUNDS = 8;

/** Every so many vectors is looked at: the directions in which thousands of them lie do not need every one. */
const LEAST_LOOKED_AT = 2_500;

/** Directions of unit length at right angles, one after the other in one list: `axes[axis * dimensions + dimension]`. */
export type Axes = Float32Array;

/**
 * The directions along which vectors differ most (principal components, not centred; by orthogonal iteration, Golub and
 * Van Loan, "Matrix Computations", 8.2.4). Vectors that are described along them keep their products nearly as they were.
 * @param count how many directions, fewer than the vectors have dimensions
 */
export function principalAxes(vectors: readonly Float32Array[], dimensions: number, count: number): Axes {
  const random = seededRandom(7);
  const products = sumOfProducts(vectors, dimensions);
  let axes = orthonormal(
    Float32Array.from({ length: count * dimensions }, () => random() - 0.5),
    dimensions,
  );
  for (let round = 0; round < ROUNDS; round++) {
    axes = orthonormal(
      axes.map((_, at) =>
        dot(
          axes.subarray(at - (at % dimensions), at - (at % dimensions) + dimensions),
          products,
          (at % dimensions) * dimensions,
        ),
      ),
      dimensions,
    );
  }
  return axes;
}

/** A vector along the axes: as many numbers as there are axes. */
export function alongAxes(vector: Float32Array, axes: Axes): Float32Array {
  return Float32Array.from({ length: axes.length / vector.length }, (_, axis) =>
    dot(vector, axes, axis * vector.length),
  );
}

/** The sum of the products of every two of a vector's numbers, over vectors: `dimensions` squared. */
function sumOfProducts(vectors: readonly Float32Array[], dimensions: number): Float32Array {
  const step = Math.max(1, Math.floor(vectors.length / LEAST_LOOKED_AT));
  const sums = new Float32Array(dimensions * dimensions);
  for (let at = 0; at < vectors.length; at += step) {
    const vector = vectors[at] as Float32Array;
    for (let row = 0; row < dimensions; row++) {
      const value = vector[row] as number;
      for (let column = 0; column < dimensions; column++) {
        const place = row * dimensions + column;
        sums[place] = (sums[place] as number) + value * (vector[column] as number);
      }
    }
  }
  return sums;
}

/** Makes rows unit vectors at right angles (modified Gram-Schmidt). */
function orthonormal(rows: Float32Array, dimensions: number): Float32Array {
  for (let from = 0; from < rows.length; from += dimensions) {
    const row = rows.subarray(from, from + dimensions);
    for (let other = 0; other < from; other += dimensions) {
      const shared = dot(row, rows, other);
      for (let at = 0; at < dimensions; at++) row[at] = (row[at] as number) - shared * (rows[other + at] as number);
    }
    const length = Math.sqrt(dot(row, row, 0)) || 1;
    for (let at = 0; at < dimensions; at++) row[at] = (row[at] as number) / length;
  }
  return rows;
}
