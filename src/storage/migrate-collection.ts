import type { Collection } from '../shared/document-store';
import { allDocuments, type RawWriter } from './raw-documents';
import { schemaOf, upToDate } from './schema-version';

/**
 * Writes every document of a collection in its present schema. May be interrupted and begun again, and may run beside
 * the service: what the service replaces meanwhile is in the present schema, too.
 *
 * @returns how many were written
 * @throws AppError `store_unavailable` when a newer release wrote one, or the database cannot be used
 */
export async function migrateCollection<T extends object>(
  store: RawWriter,
  collection: Collection<T>,
): Promise<number> {
  let migrated = 0;
  for await (const document of allDocuments(store, collection)) {
    if (document.schema === schemaOf(collection)) continue;
    const body = upToDate(collection, document.schema, document.body);
    if (await store.rewrite(collection, { ...document, body })) migrated += 1;
  }
  return migrated;
}
