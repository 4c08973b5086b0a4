import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Vectors by the key of their text. */
export type Vectors = ReadonlyMap<string, Float32Array>;

/** Hexadecimal digits of a key: 128 bits, so two texts never share one. */
const KEY = 32;
const SUM = 32;

/** What names a text in the file, which holds no texts. */
export function vectorKey(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, KEY);
}

/**
 * Reads vectors that {@link writeVectors} wrote. None when the file is missing, belongs to another encoder or is
 * damaged: vectors can always be computed again.
 */
export function readVectors(file: string, encoder: string, dimensions: number): Vectors {
  const bytes = readIfThere(file);
  const head = Buffer.from(headOf(encoder, dimensions));
  const body = bytes.subarray(0, Math.max(0, bytes.length - SUM));
  const size = KEY + dimensions * Float32Array.BYTES_PER_ELEMENT;
  const count = (body.length - head.length) / size;
  const isWhole = Number.isInteger(count) && sumOf(body).equals(bytes.subarray(body.length));
  if (!isWhole || !body.subarray(0, head.length).equals(head)) return new Map();

  const vectors = new Map<string, Float32Array>();
  for (let at = head.length; at < body.length; at += size) {
    // A copy, since numbers of four bytes cannot begin anywhere in memory.
    const numbers = Uint8Array.from(body.subarray(at + KEY, at + size));
    vectors.set(body.toString('latin1', at, at + KEY), new Float32Array(numbers.buffer));
  }
  return vectors;
}

/**
 * Puts the vectors in the place of what the file held, all at once: whoever reads at the same time finds the old or the
 * new ones. Numbers are written as they are in memory, on every platform of the runtime the lower byte first.
 */
export function writeVectors(file: string, encoder: string, dimensions: number, vectors: Vectors): void {
  const rows = [...vectors].flatMap(([key, { buffer, byteOffset, byteLength }]) => [
    Buffer.from(key, 'latin1'),
    Buffer.from(buffer, byteOffset, byteLength),
  ]);
  const body = Buffer.concat([Buffer.from(headOf(encoder, dimensions)), ...rows]);
  const unfinished = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(unfinished, Buffer.concat([body, sumOf(body)]));
  renameSync(unfinished, file);
}

const headOf = (encoder: string, dimensions: number): string => `vectors 1 ${encoder} ${dimensions}\n`;

const sumOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
