import { copyFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Encoder } from '../../../src/search/encoder/encoder';
import { ENCODER_FOLDER, loadEncoder } from '../../../src/search/encoder/onnx-encoder';
import { cosine } from './cosine';

const QUESTIONS = [
  'How long do you keep recordings of my calls?',
  'who do u share my details with',
  '',
  'hello',
  'My neighbour told me that somebody from your office gave her my phone number. Who can see it, and why?',
  'café 🔑 Ω',
];

describe('the sentence encoder', () => {
  let encoder: Encoder;

  beforeAll(async () => {
    encoder = await loadEncoder();
  });

  afterAll(() => encoder.close());

  const embed = async (text: string): Promise<Float32Array> => {
    const [vector] = await encoder.embed([text]);
    if (!vector) throw new Error('no vector');
    return vector;
  };

  it('gives every text a vector of unit length, also an empty and a very long one', async () => {
    const vectors = await encoder.embed([...QUESTIONS, 'my data '.repeat(250), '!', '\u0000\ud800']);

    expect(vectors).toHaveLength(QUESTIONS.length + 3);
    for (const vector of vectors) {
      expect(vector).toHaveLength(encoder.dimensions);
      expect(cosine(vector, vector)).toBeCloseTo(1, 5);
    }
  });

  it.each([
    ['how long is my data kept', 'when will you delete my information', 'who gets to see my information'],
    ['i want a copy of my file', 'send me everything you hold about me', 'please stop sending me surveys'],
    ['can i talk to a real person', 'put me through to somebody', 'do you record phone calls'],
    ['do you record my calls', 'are telephone conversations taped', 'do you share data with the police'],
    ['my tap is leaking', 'the boiler has broken down', 'do you pass my details to contractors'],
  ])('puts "%s" nearer to "%s" than to "%s"', async (question, same, other) => {
    const [a, b, c] = await Promise.all([embed(question), embed(same), embed(other)]);

    expect(cosine(a, b)).toBeGreaterThan(cosine(a, c) + 0.1);
  });

  it('gives a text the same vector alone and among others, in the order of the texts', async () => {
    const among = await encoder.embed([...QUESTIONS, ...QUESTIONS.map((text) => `${text} ${text} ${text}`)]);

    for (const [at, text] of QUESTIONS.entries()) {
      const alone = await embed(text);
      const largest = Math.max(...alone.map((value, dimension) => Math.abs(value - (among[at]?.[dimension] ?? 9))));
      expect(largest).toBeLessThan(1e-3);
    }
  });

  it('fills several batches', async () => {
    const texts = Array.from({ length: 75 }, (_, at) => `question ${at} ${'and more '.repeat(at % 7)}`);

    const vectors = await encoder.embed(texts);

    expect(cosine(vectors[74] as Float32Array, await embed(texts[74] as string))).toBeGreaterThan(0.9999);
    expect(vectors.every((vector) => vector.length === encoder.dimensions)).toBe(true);
  });

  it('answers calls that come at the same time, each with its own vectors', async () => {
    const alone: Float32Array[] = [];
    for (const text of QUESTIONS) alone.push(await embed(text));

    const together = await Promise.all(QUESTIONS.map(embed));

    together.forEach((vector, at) => expect(cosine(vector, alone[at] as Float32Array)).toBeGreaterThan(0.9999));
  });

  it('does not read past 64 pieces', async () => {
    const long = 'why do you need my date of birth '.repeat(60);

    expect(cosine(await embed(long), await embed(long.slice(0, 1000)))).toBeCloseTo(1, 5);
  });

  it('needs no texts', async () => {
    expect(await encoder.embed([])).toEqual([]);
  });
});

describe('loading an encoder', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'encoder-'));
    for (const name of ['encoder.onnx', 'vocabulary.txt', 'checksums.json']) {
      copyFileSync(join(ENCODER_FOLDER, name), join(folder, name));
    }
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it.each(['encoder.onnx', 'vocabulary.txt', 'checksums.json'])('names %s when it is missing', async (name) => {
    rmSync(join(folder, name));

    await expect(loadEncoder(folder)).rejects.toMatchObject({
      code: 'encoder_damaged',
      message: `${join(folder, name)} cannot be read: restore it, or set ENCODER=off to go on with words alone`,
    });
  });

  it('names the weights when only a part of them is there', async () => {
    truncateSync(join(folder, 'encoder.onnx'), 20_000_000);

    await expect(loadEncoder(folder)).rejects.toMatchObject({
      code: 'encoder_damaged',
      message: expect.stringMatching(/encoder\.onnx is not the file that belongs here/) as string,
    });
  });

  it('names a vocabulary of another encoder', async () => {
    writeFileSync(join(folder, 'vocabulary.txt'), '[PAD]\nhello\n');

    await expect(loadEncoder(folder)).rejects.toMatchObject({
      code: 'encoder_damaged',
      message: expect.stringMatching(/vocabulary\.txt is not the file that belongs here/) as string,
    });
  });

  it.each(['not JSON', '{}', '{ "encoder.onnx": 1, "vocabulary.txt": "" }'])(
    'names the checksums when they read: %s',
    async (text) => {
      writeFileSync(join(folder, 'checksums.json'), text);

      await expect(loadEncoder(folder)).rejects.toMatchObject({
        code: 'encoder_damaged',
        message: expect.stringMatching(/checksums\.json is damaged/) as string,
      });
    },
  );
});
