import { z } from 'zod';

import type { Collection } from '../shared/document-store';
import { keyedHash } from '../shared/keyed-hash';
import type { TimedClass } from './schedule';

/**
 * One line of the ledger: what was deleted, or what became of a hold. It holds nothing about a person. Each line vouches for
 * all before it.
 */
export interface LedgerLine extends LedgerEntry {
  /** 1, 2, 3 ... without gaps. */
  readonly sequence: number;
  /** ISO time */
  readonly at: string;
  /** `mac` of the line before; empty in the first. */
  readonly previous: string;
  /** Keyed hash of everything else in the line. */
  readonly mac: string;
}

export interface LedgerEntry {
  readonly recordClass: TimedClass | 'hold';
  readonly reason: LedgerReason;
  /** How much, by kind: `{ entries: 12 }`. */
  readonly counts: Readonly<Record<string, number>>;
  /** Keyed hash of what it was: who still has that, such as an old backup, can tell that it was deleted. */
  readonly subject?: string;
  /** Of a hold, its id: whether holds were lost with an old backup is told by it. */
  readonly hold?: string;
}

export type LedgerReason = 'due' | 'asked' | 'erasure' | 'restored' | 'set' | 'reviewed' | 'released';

export const LEDGER: Collection<LedgerLine> = {
  name: 'ledger',
  indexes: [
    { name: 'by-sequence', fields: ['sequence'], unique: true },
    { name: 'by-subject', fields: ['subject'], unique: true },
    { name: 'by-hold', fields: ['hold', 'sequence'] },
  ],
  personal: [],
};

export const lineId = (sequence: number): string => String(sequence).padStart(12, '0');

/** The line that follows another. @param previous `mac` of that one; empty for the first */
export function nextLine(entry: LedgerEntry, sequence: number, at: Date, previous: string, key: string): LedgerLine {
  const line = { ...entry, sequence, at: at.toISOString(), previous };
  return { ...line, mac: macOf(line, key) };
}

/** What `mac` has to be. */
export function macOf(
  { sequence, at, recordClass, reason, counts, subject, hold, previous }: Omit<LedgerLine, 'mac'>,
  key: string,
): string {
  const sorted = Object.entries(counts).sort(([one], [other]) => (one < other ? -1 : 1));
  const parts = [
    String(sequence),
    at,
    recordClass,
    reason,
    JSON.stringify(sorted),
    subject ?? '',
    hold ?? '',
    previous,
  ];
  return keyedHash(key, 'line of the ledger', ...parts);
}

const schema = z.strictObject({
  sequence: z.int().positive(),
  at: z.string(),
  recordClass: z.string(),
  reason: z.string(),
  counts: z.record(z.string(), z.number()),
  subject: z.string().optional(),
  hold: z.string().optional(),
  previous: z.string(),
  mac: z.string(),
});

/** A line as it stands in a file; undefined for anything else. Whether it is genuine, `macOf` tells. */
export function readLine(text: string): LedgerLine | undefined {
  try {
    const read = schema.safeParse(JSON.parse(text));
    return read.success ? (read.data as LedgerLine) : undefined;
  } catch {
    return undefined;
  }
}
