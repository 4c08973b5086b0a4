import type { Collection, DocumentStore, Field, Query, StoredDocument, Value } from './document-store';

export interface Walk<T> extends Pick<Query<T>, 'index' | 'equals'> {
  /** The field of the index that `equals` leaves open; the documents come in its order. */
  readonly field: Field<T>;
  readonly upTo?: Value;
  /** Begins behind this value. */
  readonly after?: Value;
  /** Documents at once. */
  readonly page?: number;
}

/**
 * All documents of an index, page by page; any of them may be deleted or changed on the way. None is passed over because
 * others have the same value: a page ends where a value ends, however many share one.
 */
export async function* walkIndex<T extends object>(
  store: Pick<DocumentStore, 'find'>,
  collection: Collection<T>,
  { index, equals, field, upTo, after, page = 200 }: Walk<T>,
): AsyncGenerator<readonly StoredDocument<T>[], undefined> {
  const valueOf = ({ body }: StoredDocument<T>): Value => body[field] as Value;
  let above = after;
  let limit = page;
  for (;;) {
    const range = { ...(above !== undefined && { above }), ...(upTo !== undefined && { upTo }) };
    const found = await store.find(collection, { index, ...(equals && { equals }), range, limit });
    if (found.length < limit) {
      yield found;
      return;
    }
    const last = found.at(-1);
    const whole = last ? found.filter((document) => valueOf(document) !== valueOf(last)) : [];
    const end = whole.at(-1);
    if (end) {
      yield whole;
      above = valueOf(end);
    }
    limit = end ? page : 2 * limit;
  }
}
