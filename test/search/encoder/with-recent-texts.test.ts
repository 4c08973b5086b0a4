import { withRecentTexts } from '../../../src/search/encoder/with-recent-texts';
import { CountingEncoder } from './counting-encoder';

const numbers = (vectors: readonly Float32Array[]): number[][] => vectors.map((vector) => [...vector]);

describe('an encoder with recent texts', () => {
  it('computes a text once, also when it is asked again before it is ready', async () => {
    const inner = new CountingEncoder();
    const encoder = withRecentTexts(inner, 10);

    const both = await Promise.all([encoder.embed(['hello']), encoder.embed(['hello'])]);
    const later = await encoder.embed(['hello']);

    expect(inner.asked).toEqual([['hello']]);
    expect([...both, later].map(numbers)).toEqual([[[5]], [[5]], [[5]]]);
  });

  it('computes only what is new, each text once, and keeps the order', async () => {
    const inner = new CountingEncoder();
    const encoder = withRecentTexts(inner, 10);
    await encoder.embed(['a', 'bb']);

    const vectors = await encoder.embed(['ccc', 'bb', 'dddd', 'ccc', 'a']);

    expect(inner.asked).toEqual([
      ['a', 'bb'],
      ['ccc', 'dddd'],
    ]);
    expect(numbers(vectors)).toEqual([[3], [2], [4], [3], [1]]);
  });

  it('forgets the text that was asked for longest ago', async () => {
    const inner = new CountingEncoder();
    const encoder = withRecentTexts(inner, 2);
    await encoder.embed(['a']);
    await encoder.embed(['b']);
    await encoder.embed(['a']);
    await encoder.embed(['c']);

    await encoder.embed(['a']);
    await encoder.embed(['b']);

    expect(inner.asked).toEqual([['a'], ['b'], ['c'], ['b']]);
  });

  it('answers more texts at once than it keeps', async () => {
    const encoder = withRecentTexts(new CountingEncoder(), 1);

    expect(numbers(await encoder.embed(['a', 'bb', 'ccc']))).toEqual([[1], [2], [3]]);
  });

  it('tries again after a failure', async () => {
    const inner = new CountingEncoder();
    const encoder = withRecentTexts(inner, 10);
    inner.failure = new Error('out of memory');
    await expect(encoder.embed(['a', 'bb'])).rejects.toThrow('out of memory');

    inner.failure = undefined;

    expect(numbers(await encoder.embed(['a']))).toEqual([[1]]);
  });

  it('is the encoder that it is given in all else', async () => {
    const inner = new CountingEncoder();
    const encoder = withRecentTexts(inner, 10);

    await encoder.close();

    expect([encoder.dimensions, encoder.checksum, inner.closed]).toEqual([1, 'counting', true]);
  });
});
