import { dot } from './dense-softmax';

/** The phrasings of all classes as one list of unit vectors, those of a class together. */
export interface PhrasingVectors {
  readonly dimensions: number;
  readonly vectors: Float32Array;
  /** Where the phrasings of class c begin: `starts[c]` to before `starts[c + 1]`, counted in vectors. */
  readonly starts: Int32Array;
}

/** Groups vectors by class. */
export function groupVectors(
  vectors: readonly Float32Array[],
  labels: readonly number[],
  { classes, dimensions }: { readonly classes: number; readonly dimensions: number },
): PhrasingVectors {
  const starts = new Int32Array(classes + 1);
  for (const label of labels) starts[label + 1] = (starts[label + 1] as number) + 1;
  for (let c = 0; c < classes; c++) starts[c + 1] = (starts[c + 1] as number) + (starts[c] as number);
  const next = starts.slice();
  const grouped = new Float32Array(vectors.length * dimensions);
  vectors.forEach((vector, at) => {
    const label = labels[at] as number;
    const place = next[label] as number;
    next[label] = place + 1;
    grouped.set(vector, place * dimensions);
  });
  return { dimensions, vectors: grouped, starts };
}

/**
 * How near a question is to the phrasings of a class: the best cosine and half of the second and third, 0 to 2. One
 * near phrasing may be chance or a wrong label, three are not. What a small class lacks is taken as the worst it has.
 */
export function nearness(
  question: Float32Array,
  label: number,
  { vectors, starts, dimensions }: PhrasingVectors,
): number {
  let first = -1;
  let second = -1;
  let third = -1;
  const end = starts[label + 1] as number;
  for (let at = starts[label] as number; at < end; at++) {
    const cosine = dot(question, vectors, at * dimensions);
    if (cosine <= third) continue;
    third = cosine;
    if (third > second) [second, third] = [third, second];
    if (second > first) [first, second] = [second, first];
  }
  if (second < 0) second = Math.max(0, first);
  if (third < 0) third = second;
  return Math.max(0, first) + (second + third) / 2;
}
