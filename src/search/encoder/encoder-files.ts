import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

import { AppError } from '../../shared/app-error';

/** The files of an encoder that have been found whole. */
export interface EncoderFiles {
  readonly weights: string;
  readonly vocabulary: string;
  /** One for both files together, 64 hexadecimal digits. */
  readonly checksum: string;
}

const CHECKSUMS = 'checksums.json';
const WEIGHTS = 'encoder.onnx';
const VOCABULARY = 'vocabulary.txt';
const checksumsShape = z.strictObject({ [WEIGHTS]: z.string(), [VOCABULARY]: z.string() });

/**
 * Compares weights and vocabulary with the SHA-256 sums in `checksums.json` beside them: half a file, or the weights of
 * one encoder with the vocabulary of another, would answer wrongly without any sign of it.
 * @throws AppError `encoder_damaged`, with the file that is missing or not what it should be
 */
export async function checkEncoderFiles(folder: string): Promise<EncoderFiles> {
  const file = (name: string): string => join(folder, name);
  const expected = await readChecksums(file(CHECKSUMS));
  for (const name of [WEIGHTS, VOCABULARY] as const) {
    if ((await sha256(file(name))) !== expected[name]) throw damaged(file(name), 'is not the file that belongs here');
  }
  return {
    weights: file(WEIGHTS),
    vocabulary: file(VOCABULARY),
    checksum: createHash('sha256').update(`${expected[WEIGHTS]} ${expected[VOCABULARY]}`).digest('hex'),
  };
}

/** Weights from anywhere with the vocabulary of a folder, which nothing can compare them with. */
export async function otherEncoderFiles(weights: string, folder: string): Promise<EncoderFiles> {
  const { vocabulary } = await checkEncoderFiles(folder);
  return { weights, vocabulary, checksum: await sha256(weights) };
}

async function readChecksums(file: string): Promise<z.infer<typeof checksumsShape>> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw damaged(file, 'cannot be read', cause);
  });
  try {
    return checksumsShape.parse(JSON.parse(text));
  } catch (cause) {
    throw damaged(file, 'is damaged', cause);
  }
}

/** By stream: the weights need not be in memory twice. */
async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  } catch (cause) {
    throw damaged(file, 'cannot be read', cause);
  }
  return hash.digest('hex');
}

/** @param what completes the sentence that begins with the file's name */
export function damaged(file: string, what: string, cause?: unknown): AppError {
  const message = `${file} ${what}: restore it, or set ENCODER=off to go on with words alone`;
  return new AppError('encoder_damaged', message, { cause });
}
