import { createHash } from 'node:crypto';

import type { Encoder } from './encoder';

/**
 * Keeps the vectors of the latest texts, since a message is often read twice: a choice that was offered, a press of the
 * same button, the same text by the form and by the search. A text that is being computed is waited for, not computed
 * again. Vectors are shared between callers: never write into one.
 *
 * Texts are known by their hash only, so that no message stays in memory after it has been deleted.
 * @param size texts to keep; a vector takes 1.5 kB
 */
export function withRecentTexts(encoder: Encoder, size: number): Encoder {
  const recent = new Map<string, Promise<Float32Array>>();

  const keep = (key: string, vector: Promise<Float32Array>): void => {
    recent.delete(key);
    recent.set(key, vector);
    for (const oldest of recent.keys()) {
      if (recent.size <= size) break;
      recent.delete(oldest);
    }
    vector.catch(() => {
      if (recent.get(key) === vector) recent.delete(key);
    });
  };

  const embed = async (texts: readonly string[]): Promise<readonly Float32Array[]> => {
    const textOf = new Map(texts.map((text) => [keyOf(text), text]));
    const missing = [...textOf].filter(([key]) => !recent.has(key));
    const computed = missing.length > 0 ? encoder.embed(missing.map(([, text]) => text)) : Promise.resolve([]);

    const vectors = new Map<string, Promise<Float32Array>>();
    missing.forEach(([key], at) =>
      vectors.set(
        key,
        computed.then((all) => present(all[at])),
      ),
    );
    for (const key of textOf.keys()) vectors.set(key, vectors.get(key) ?? present(recent.get(key)));
    vectors.forEach((vector, key) => keep(key, vector));
    return Promise.all(texts.map((text) => present(vectors.get(keyOf(text)))));
  };

  return { dimensions: encoder.dimensions, checksum: encoder.checksum, embed, close: () => encoder.close() };
}

const keyOf = (text: string): string => createHash('sha256').update(text).digest('base64');

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the encoder gave fewer vectors than it was given texts');
  return value;
}
