import type { Encoder } from './encoder';
import { readVectors, vectorKey, writeVectors } from './vector-file';

/** Texts a step of the progress: about half a second. */
const STEP = 512;

/**
 * The vectors of all texts, in their order. Those of texts that were there the last time come from the file; the others
 * are computed, and the file then holds exactly the vectors of these texts. Vectors of equal texts are one and the same.
 * @param file in a folder that need not exist; 1.6 kB a text
 * @param progress hears how many of the texts that had to be computed are done; not called when there are none
 */
export async function embedAll(
  encoder: Encoder,
  texts: readonly string[],
  file: string,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<readonly Float32Array[]> {
  const keys = texts.map(vectorKey);
  const kept = readVectors(file, encoder.checksum, encoder.dimensions);
  const missing = new Map(keys.flatMap((key, at) => (kept.has(key) ? [] : [[key, texts[at] ?? '']])));
  const computed = await embedMissing(encoder, [...missing], progress);

  const vectors = new Map(keys.map((key) => [key, kept.get(key) ?? computed.get(key) ?? NONE]));
  if (computed.size > 0 || kept.size > vectors.size) {
    writeVectors(file, encoder.checksum, encoder.dimensions, vectors);
  }
  return keys.map((key) => vectors.get(key) ?? NONE);
}

const NONE = new Float32Array(0);

/** In steps of like length: the encoder is quickest when the texts of a batch are. */
async function embedMissing(
  encoder: Encoder,
  missing: (readonly [key: string, text: string])[],
  progress: (done: number, total: number) => void,
): Promise<Map<string, Float32Array>> {
  missing.sort(([, a], [, b]) => a.length - b.length);
  const computed = new Map<string, Float32Array>();
  for (let at = 0; at < missing.length; at += STEP) {
    const step = missing.slice(at, at + STEP);
    const vectors = await encoder.embed(step.map(([, text]) => text));
    step.forEach(([key], place) => computed.set(key, vectors[place] ?? NONE));
    progress(computed.size, missing.length);
  }
  return computed;
}
