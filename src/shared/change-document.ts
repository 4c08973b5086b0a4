import { AppError } from './app-error';
import type { Collection, DocumentStore } from './document-store';

/** Each attempt that fails is one that somebody else has won. */
const MOST_ATTEMPTS = 50;

/**
 * Makes or changes a document by compare-and-set: when another writer was first, it looks again and decides anew.
 *
 * @param decide from the document as it is, undefined where there is none, to what it is to be and what to tell the
 *   caller. Without a body nothing is written. May be called several times, and must do nothing else.
 * @returns what was decided, once it is stored
 * @throws AppError `state_conflict` when others were first every time
 */
export async function changeDocument<T extends object, R>(
  store: Pick<DocumentStore, 'get' | 'insert' | 'replace'>,
  collection: Collection<T>,
  id: string,
  decide: (current: T | undefined) => { readonly body?: T; readonly result: R },
): Promise<R> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const stored = await store.get(collection, id);
    const { body, result } = decide(stored?.body);
    if (!body) return result;
    const outcome = stored
      ? await store.replace(collection, id, stored.version, body)
      : await store.insert(collection, id, body);
    if (outcome === 'replaced' || outcome === 'inserted') return result;
  }
  throw new AppError('state_conflict', `a document of ${collection.name} was changed by others every time`);
}
