import type { AnyCollection, DocumentStore } from '../../shared/document-store';
import { migrateCollection } from '../migrate-collection';
import type { RawWriter } from '../raw-documents';
import { leaveKeyCheck, renewKeyCheck } from './key-check';
import type { Seals } from './seals';

/** A database as it stands. */
export type RawStore = Pick<DocumentStore, 'get' | 'insert' | 'replace'> & RawWriter;

/**
 * Writes everything in its present schema, sealed with the key that seals now. May be interrupted and begun again; the
 * service may be running.
 *
 * @param onMigrated told of each collection, with the number of documents that were written
 */
export async function sealEverything(
  store: RawStore,
  collections: readonly AnyCollection[],
  seals: Seals,
  onMigrated: (collection: string, documents: number) => void,
): Promise<void> {
  // First of all, so that nobody goes on with other keys when this is cut off.
  await leaveKeyCheck(store, seals, 'sealing');
  for (const collection of collections) {
    onMigrated(collection.name, await migrateCollection(store, collection, seals));
  }
  await renewKeyCheck(store, seals);
}
