import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Named lists of numbers beside a header of anything that JSON can hold. */
export interface ArrayFile<H> {
  readonly header: H;
  readonly arrays: Readonly<Record<string, Float32Array>>;
}

interface Envelope {
  readonly header: unknown;
  readonly arrays: readonly { readonly name: string; readonly length: number }[];
}

const LENGTH_BYTES = 4;
const FLOAT_BYTES = 4;

/**
 * Writes numbers and their header as one file: the length of the head (4 bytes, little-endian), the head as JSON, padded
 * to a multiple of four, then the arrays one after the other. Read and written in milliseconds, unlike JSON. The file
 * appears whole or not at all.
 */
export function writeArrayFile<H>(file: string, { header, arrays }: ArrayFile<H>): void {
  const names = Object.entries(arrays);
  const envelope: Envelope = { header, arrays: names.map(([name, list]) => ({ name, length: list.length })) };
  const json = Buffer.from(JSON.stringify(envelope));
  const head = Buffer.concat([json, Buffer.alloc((FLOAT_BYTES - (json.length % FLOAT_BYTES)) % FLOAT_BYTES, ' ')]);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(head.length);
  const bodies = names.map(([, list]) => Buffer.from(list.buffer, list.byteOffset, list.byteLength));
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}.new`;
  writeFileSync(unfinished, Buffer.concat([length, head, ...bodies]));
  renameSync(unfinished, file);
}

/** Reads what `writeArrayFile` wrote; undefined where there is no such file or it is not whole. */
export function readArrayFile<H>(file: string): ArrayFile<H> | undefined {
  try {
    const bytes = readFileSync(file);
    const from = LENGTH_BYTES + bytes.readUInt32LE(0);
    const envelope = JSON.parse(bytes.toString('utf8', LENGTH_BYTES, from)) as Envelope;
    let at = from;
    const arrays: Record<string, Float32Array> = {};
    for (const { name, length } of envelope.arrays) {
      const end = at + length * FLOAT_BYTES;
      if (end > bytes.length) return undefined;
      arrays[name] = floatsOf(bytes.subarray(at, end));
      at = end;
    }
    return { header: envelope.header as H, arrays };
  } catch {
    // Missing, cut short or of another format: whoever asks makes it anew.
    return undefined;
  }
}

/** The bytes as numbers, without a copy where they begin at a multiple of four in memory, as those of large files do. */
function floatsOf(bytes: Uint8Array): Float32Array {
  const aligned = bytes.byteOffset % FLOAT_BYTES === 0 ? bytes : Uint8Array.from(bytes);
  return new Float32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / FLOAT_BYTES);
}
