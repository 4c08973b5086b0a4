import type { Collection } from '../../shared/document-store';
import { upToDate } from '../schema-version';

const WRITTEN_IN = Symbol('schema version that the body was written in');

type Marked = object & { readonly [WRITTEN_IN]?: number };

const known = new WeakMap<object, object>();

/**
 * A collection as an engine gets it, which knows nothing of seals. Its migrations change nothing, since they would get
 * sealed bodies: they only mark a body with the schema version that it was written in, for `openStored`.
 */
export function asStored<T extends object>(collection: Collection<T>): Collection<T> {
  const made = known.get(collection) ?? {
    ...collection,
    ...(collection.migrations && { migrations: collection.migrations.map((_, at) => markAs(at + 1)) }),
  };
  known.set(collection, made);
  return made as Collection<T>;
}

/** What an engine has read, opened, and then in the present schema. */
export function openStored<T extends object>(
  collection: Collection<T>,
  stored: Marked,
  open: (stored: object) => object,
): T {
  const { [WRITTEN_IN]: schema, ...body } = stored;
  const opened = open(body);
  return schema === undefined ? (opened as T) : upToDate(collection, schema, opened);
}

const markAs =
  (schema: number) =>
  (body: Marked): object =>
    WRITTEN_IN in body ? body : { ...body, [WRITTEN_IN]: schema };
