import type { AnyCollection } from '../../shared/document-store';
import { allDocuments, type RawReader } from '../raw-documents';
import { hasClear, keysIn } from './seals';

export interface KeyCounts {
  /** Documents by the id of the key that any of their values is sealed with. */
  readonly byKey: ReadonlyMap<string, number>;
  /** Documents of which something personal is not sealed. */
  readonly inClear: number;
}

/** Looks at every document, to see which keys are needed. */
export async function countByKey(store: RawReader, collections: readonly AnyCollection[]): Promise<KeyCounts> {
  const byKey = new Map<string, number>();
  let inClear = 0;
  for (const collection of collections) {
    for await (const { body } of allDocuments(store, collection)) {
      for (const id of new Set(keysIn(collection, body))) byKey.set(id, (byKey.get(id) ?? 0) + 1);
      if (hasClear(collection, body)) inClear += 1;
    }
  }
  return { byKey, inClear };
}
