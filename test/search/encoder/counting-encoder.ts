import type { Encoder } from '../../../src/search/encoder/encoder';

/** Says how long a text is, and remembers what it was asked. */
export class CountingEncoder implements Encoder {
  readonly dimensions = 1;
  readonly asked: string[][] = [];
  closed = false;
  failure: Error | undefined;

  constructor(readonly checksum = 'counting') {}

  async embed(texts: readonly string[]): Promise<readonly Float32Array[]> {
    this.asked.push([...texts]);
    await Promise.resolve();
    if (this.failure) throw this.failure;
    return texts.map((text) => Float32Array.of(text.length));
  }

  close(): Promise<void> {
    this.closed = true;
    return Promise.resolve();
  }
}
