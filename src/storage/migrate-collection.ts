import type { Collection } from '../shared/document-store';
import { PAGE, type RawDocument, type RawWriter } from './raw-documents';
import { schemaOf, upToDate } from './schema-version';
import type { Seals } from './sealed/seals';

/**
 * Writes every document of a collection in its present schema, and sealed with the key that seals now. May be interrupted
 * and begun again, and may run beside the service: what the service replaces meanwhile is so, too.
 *
 * @returns how many were written
 * @throws AppError `store_unavailable` when a newer release wrote one, or the database cannot be used; `key_missing` when
 *   one cannot be opened
 */
export async function migrateCollection<T extends object>(
  store: RawWriter,
  collection: Collection<T>,
  seals: Seals,
): Promise<number> {
  const migrate = async (document: RawDocument): Promise<boolean> => {
    const { id, schema, body } = document;
    if (schema === schemaOf(collection) && seals.isSealedNow(collection, body)) return false;
    const opened = upToDate(collection, schema, seals.open(collection, id, body));
    return store.rewrite(collection, { ...document, body: seals.seal(collection, id, opened) });
  };
  let migrated = 0;
  let afterId: string | undefined;
  for (;;) {
    const page = await store.page(collection, afterId, PAGE);
    const written = await Promise.all(page.map(migrate));
    migrated += written.filter(Boolean).length;
    if (page.length < PAGE) return migrated;
    afterId = page.at(-1)?.id;
  }
}
