import { AppError } from '../shared/app-error';
import type { Collection } from '../shared/document-store';

/** The schema version in which documents of a collection are written: 1, and one more for each migration. */
export function schemaOf<T extends object>({ migrations = [] }: Collection<T>): number {
  return migrations.length + 1;
}

/**
 * A body in the present schema, whatever version it was written in.
 *
 * @throws AppError `store_unavailable` when a newer release wrote it: what it means is not known here
 */
export function upToDate<T extends object>(collection: Collection<T>, schema: number, body: object): T {
  const { name, migrations = [] } = collection;
  if (schema > schemaOf(collection)) {
    throw new AppError('store_unavailable', `a document of ${name} was written by a newer release than this one`);
  }
  return migrations.slice(schema - 1).reduce<object>((older, migrate) => migrate(older), body) as T;
}
