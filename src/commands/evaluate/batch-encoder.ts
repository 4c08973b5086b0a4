import { join } from 'node:path';

import type { Encoder } from '../../search/encoder/encoder';
import { loadEncoder, loadOtherWeights } from '../../search/encoder/onnx-encoder';
import { embedAll } from '../../search/encoder/vector-cache';

/** Cores for the vectors of thousands of texts. */
const THREADS = 2;

/** Digits of a checksum that tell one encoder from another in a file's name. */
const DIGITS = 8;

/**
 * The vectors of these texts, as an encoder that knows no others. They are kept in the model folder: those of the encoder
 * in use where training keeps them, those of others in a file for each.
 * @param weights an ONNX file, as tools/encoder makes it; the encoder in use unless given
 */
export async function batchEncoder(
  texts: readonly string[],
  modelDir: string,
  weights: string | undefined,
  progress: (line: string) => void,
): Promise<Encoder> {
  const options = { threads: THREADS };
  const encoder =
    weights === undefined ? await loadEncoder(undefined, options) : await loadOtherWeights(weights, options);
  const { dimensions, checksum } = encoder;
  const cache = weights === undefined ? 'vectors.cache' : `vectors-${checksum.slice(0, DIGITS)}.cache`;
  const vectors = await embedAll(encoder, texts, join(modelDir, cache), (done, total) =>
    progress(`${done} of ${total} vectors`),
  );
  await encoder.close();
  const byText = new Map(texts.map((text, at) => [text, vectors[at] ?? new Float32Array(dimensions)]));
  return {
    dimensions,
    checksum,
    embed: (wanted) => Promise.resolve(wanted.map((text) => byText.get(text) ?? new Float32Array(dimensions))),
    close: () => Promise.resolve(),
  };
}
