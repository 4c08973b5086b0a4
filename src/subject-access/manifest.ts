import { createHash } from 'node:crypto';

import type { Identifier } from './identifier';
import type { PersonCounts } from './person-data';

/** What is in a bundle, by which it can be checked later that it is whole and unchanged. */
export interface Manifest {
  /** A draft is not for release. */
  readonly state: 'draft' | 'released';
  /** ISO time */
  readonly madeAt: string;
  /** Program and version. */
  readonly madeBy: string;
  /** How the person was looked for, without the addresses themselves. */
  readonly searchedBy: Readonly<Partial<Record<Identifier['kind'], number>>>;
  readonly counts: PersonCounts;
  readonly files: readonly BundleFile[];
  readonly leftOut: readonly LeftOut[];
  /** Who has read the draft and decided what is hidden. */
  readonly checkedBy?: string;
  /** Passages that are hidden, and places in which one was. */
  readonly hidden?: { readonly passages: number; readonly places: number };
}

export interface BundleFile {
  readonly name: string;
  readonly bytes: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
}

export interface LeftOut {
  readonly what: string;
  readonly why: string;
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const bundleFile = (name: string, text: string): BundleFile => ({
  name,
  bytes: Buffer.byteLength(text),
  sha256: sha256(text),
});

export function searchedBy(identifiers: readonly Identifier[]): Manifest['searchedBy'] {
  const counts: Partial<Record<Identifier['kind'], number>> = {};
  for (const { kind } of identifiers) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
