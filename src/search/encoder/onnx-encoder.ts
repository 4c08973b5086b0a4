import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';

import type { Encoder } from './encoder';
import { checkEncoderFiles, damaged, otherEncoderFiles, type EncoderFiles } from './encoder-files';
import { tokenBatches, type TokenBatch } from './token-batches';
import { WordPieces } from './word-pieces';

/** Weights and vocabulary stay with the sources; the built service and tests both run in the project folder. */
export const ENCODER_FOLDER = join('src', 'search', 'encoder');

const DIMENSIONS = 384;

/** Stands where a vector will be. */
const NONE = new Float32Array(0);

/** Messages of the runtime from this level on, of 0 (all) to 4 (fatal): errors. */
const LOG_ERRORS = 3;

export interface EncoderOptions {
  /** Cores to work on, 1 unless given: enough for a question. Thousands of texts take two thirds of the time on two. */
  readonly threads?: number;
}

/**
 * Loads the sentence encoder, in a fifth to a third of a second and 165 MB.
 *
 * The runtime works on the calling thread: while a batch is computed (a question takes about 4 ms) nothing else runs.
 * @param folder with `encoder.onnx`, `vocabulary.txt` and `checksums.json`; relative to the project folder
 * @throws AppError `encoder_damaged`
 */
export async function loadEncoder(folder = ENCODER_FOLDER, options: EncoderOptions = {}): Promise<Encoder> {
  return open(await checkEncoderFiles(folder), options);
}

/**
 * Loads other weights with the vocabulary of the encoder in use, to see how they would do.
 * @throws AppError `encoder_damaged`
 */
export async function loadOtherWeights(weights: string, options: EncoderOptions = {}): Promise<Encoder> {
  return open(await otherEncoderFiles(weights, ENCODER_FOLDER), options);
}

async function open(
  { weights, vocabulary, checksum }: EncoderFiles,
  { threads = 1 }: EncoderOptions,
): Promise<Encoder> {
  const wordPieces = new WordPieces(await readFile(vocabulary, 'utf8'));
  const session = await InferenceSession.create(weights, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    // A thread that waits by spinning takes the core that the other one needs when the machine is busy.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
    logSeverityLevel: LOG_ERRORS,
  }).catch((cause: unknown) => {
    throw damaged(weights, 'cannot be loaded', cause);
  });
  return new OnnxEncoder(session, wordPieces, checksum);
}

class OnnxEncoder implements Encoder {
  readonly dimensions = DIMENSIONS;

  constructor(
    private readonly session: InferenceSession,
    private readonly wordPieces: WordPieces,
    readonly checksum: string,
  ) {}

  async embed(texts: readonly string[]): Promise<readonly Float32Array[]> {
    const vectors = texts.map(() => NONE);
    for (const batch of tokenBatches(texts.map((text) => this.wordPieces.split(text)))) {
      const rows = await this.run(batch);
      // Copies: a vector that is kept must not keep the whole batch.
      batch.places.forEach((place, row) => {
        vectors[place] = rows.slice(row * DIMENSIONS, (row + 1) * DIMENSIONS);
      });
    }
    return vectors;
  }

  async close(): Promise<void> {
    await this.session.release();
  }

  private async run({ places, length, ids, mask }: TokenBatch): Promise<Float32Array> {
    const tensor = (values: BigInt64Array): Tensor => new Tensor('int64', values, [places.length, length]);
    const { embedding } = await this.session.run({
      input_ids: tensor(ids),
      attention_mask: tensor(mask),
      token_type_ids: tensor(new BigInt64Array(ids.length)),
    });
    return embedding?.data as Float32Array;
  }
}
