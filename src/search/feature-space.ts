import { mayBeChance, type Features } from './question-features';

/** A message as numbers: which features of the space it has, and how much each counts. */
export interface SparseVector {
  readonly indices: Int32Array;
  readonly values: Float32Array;
}

/** The length of every vector. It sets how sharply a softmax over it can tell classes apart. */
const LENGTH = 3;

/** How much a feature that no phrasing has takes from the others: a message of unknown words is known little. */
const UNSEEN = 0.7;

/** All features that training has met, in a fixed order, with how much each tells. */
export class FeatureSpace {
  private readonly positions: ReadonlyMap<string, number>;

  /** @param idf ln((N + 1) / (df + 1)) of each feature, where df of N phrasings have it */
  constructor(
    readonly features: readonly string[],
    readonly idf: Float32Array,
    /** Of a feature that no phrasing has: ln(N + 1). */
    readonly highestIdf: number,
  ) {
    this.positions = new Map(features.map((feature, at) => [feature, at]));
  }

  /** The space of these messages. Chance pairs count from their second sight on. */
  static of(messages: readonly Features[]): FeatureSpace {
    const counts = new Map<string, number>();
    for (const message of messages)
      for (const feature of message.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
    const kept = [...counts].filter(([feature, count]) => count > 1 || !mayBeChance(feature));
    const idf = Float32Array.from(kept, ([, count]) => Math.log((messages.length + 1) / (count + 1)));
    return new FeatureSpace(
      kept.map(([feature]) => feature),
      idf,
      Math.log(messages.length + 1),
    );
  }

  /** Value of a feature: its weight times its idf, all together scaled to one length. */
  vectorOf(message: Features): SparseVector {
    const indices: number[] = [];
    const values: number[] = [];
    let square = 0;
    for (const [feature, weight] of message) {
      const position = this.positions.get(feature);
      const value = weight * (position === undefined ? UNSEEN * this.highestIdf : (this.idf[position] as number));
      square += value * value;
      if (position === undefined) continue;
      indices.push(position);
      values.push(value);
    }
    const scale = square > 0 ? LENGTH / Math.sqrt(square) : 0;
    return { indices: Int32Array.from(indices), values: Float32Array.from(values, (value) => value * scale) };
  }
}
