import { createHash } from 'node:crypto';

import type { Collection } from '../shared/document-store';
import { allDocuments, type RawReader } from './raw-documents';

export interface Digest {
  readonly documents: number;
  /** SHA-256 of ids, versions, schema versions and bodies, in hexadecimal digits. */
  readonly hash: string;
}

/** By which the same collection is recognised in another database. */
export async function digestCollection<T extends object>(
  reader: RawReader,
  collection: Collection<T>,
): Promise<Digest> {
  const hash = createHash('sha256');
  let documents = 0;
  for await (const { id, version, schema, body } of allDocuments(reader, collection)) {
    hash.update(`${JSON.stringify([id, version, schema, body])}\n`);
    documents += 1;
  }
  return { documents, hash: hash.digest('hex') };
}
