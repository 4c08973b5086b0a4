/** Nearness of two vectors of unit length: 1 for the same direction, 0 for nothing in common. */
export function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? Number.NaN), 0);
}
