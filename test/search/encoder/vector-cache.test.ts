import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { embedAll } from '../../../src/search/encoder/vector-cache';
import { CountingEncoder } from './counting-encoder';

const TEXTS = ['a', 'bb', 'ccc', 'bb'];

describe('vectors of training lines', () => {
  let folder: string;
  let file: string;
  const encoder = new CountingEncoder();

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vectors-'));
    file = join(folder, 'cache', 'vectors.bin');
    await embedAll(encoder, TEXTS, file);
    encoder.asked.length = 0;
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const lengths = async (texts: readonly string[], by = encoder): Promise<(number | undefined)[]> =>
    (await embedAll(by, texts, file)).map(([length]) => length);

  it('are not computed again while the lines are the same', async () => {
    const written = statSync(file).mtimeMs;

    expect(await lengths(TEXTS)).toEqual([1, 2, 3, 2]);
    expect(encoder.asked).toEqual([]);
    expect(statSync(file).mtimeMs).toBe(written);
  });

  it('are computed for new lines only, each once', async () => {
    expect(await lengths(['eeeee', 'ccc', 'dddd', 'eeeee'])).toEqual([5, 3, 4, 5]);

    expect(encoder.asked).toEqual([['dddd', 'eeeee']]);
  });

  it('are dropped with their lines', async () => {
    const before = readFileSync(file).length;
    await lengths(['a']);

    expect(readFileSync(file).length).toBeLessThan(before);
    expect(await lengths(['a', 'bb'])).toEqual([1, 2]);
    expect(encoder.asked).toEqual([['bb']]);
  });

  it('are those of this encoder, not of another', async () => {
    const other = new CountingEncoder('other');

    expect(await lengths(TEXTS, other)).toEqual([1, 2, 3, 2]);
    expect(other.asked.flat()).toHaveLength(3);
  });

  it.each([
    ['cut short', () => truncateSync(file, statSync(file).size - 7)],
    ['empty', () => writeFileSync(file, '')],
    ['changed', () => writeFileSync(file, flipped(readFileSync(file)))],
    ['something else', () => writeFileSync(file, 'hello '.repeat(100))],
  ])('are computed again when the file is %s', async (_, damage) => {
    damage();

    expect(await lengths(TEXTS)).toEqual([1, 2, 3, 2]);
    expect(encoder.asked.flat()).toHaveLength(3);
    encoder.asked.length = 0;
    expect(await lengths(TEXTS)).toEqual([1, 2, 3, 2]);
    expect(encoder.asked).toEqual([]);
  });

  it('leave nothing unfinished beside the file, and no text in it', async () => {
    await lengths(['where is my tenancy file']);

    expect(readdirSync(join(folder, 'cache'))).toEqual(['vectors.bin']);
    expect(readFileSync(file, 'latin1')).not.toContain('tenancy');
  });

  it('say how far they are', async () => {
    const heard: [number, number][] = [];
    const many = Array.from({ length: 1100 }, (_, at) => `line ${at}`);

    await embedAll(encoder, [...many, ...TEXTS], file, (done, total) => heard.push([done, total]));
    await embedAll(encoder, many, file, (done, total) => heard.push([done, total]));

    expect(heard).toEqual([
      [512, 1100],
      [1024, 1100],
      [1100, 1100],
    ]);
  });
});

/** One bit in the middle is another. */
function flipped(bytes: Buffer): Buffer {
  const middle = bytes.length >> 1;
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  return bytes;
}
