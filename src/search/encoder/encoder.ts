/** Turns sentences into vectors of unit length; near in meaning is near in direction. */
export interface Encoder {
  readonly dimensions: number;
  /** Identifies weights and vocabulary, so that stored vectors can be told from those of another encoder. */
  readonly checksum: string;
  /** One vector a text, in the same order. Order and company of the texts do not change a vector by more than rounding. */
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>;
  close(): Promise<void>;
}
