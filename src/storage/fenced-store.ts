import type { Collection, DocumentStore, Query, StoredDocument } from '../shared/document-store';

/**
 * A store that asks before each write whether this process may still write. What is asked last before a compare-and-set
 * makes a fence of it: whoever read while it had the right, and lost it since, finds another version, or the place taken,
 * as soon as somebody else has written.
 */
export class FencedStore implements DocumentStore {
  /** @param mayWrite throws where it may not */
  constructor(
    private readonly store: DocumentStore,
    private readonly mayWrite: () => void | Promise<void>,
  ) {}

  async insert<T extends object>(collection: Collection<T>, id: string, body: T): Promise<'inserted' | 'exists'> {
    await this.mayWrite();
    return this.store.insert(collection, id, body);
  }

  get<T extends object>(collection: Collection<T>, id: string): Promise<StoredDocument<T> | undefined> {
    return this.store.get(collection, id);
  }

  async replace<T extends object>(
    collection: Collection<T>,
    id: string,
    version: number,
    body: T,
  ): Promise<'replaced' | 'conflict'> {
    await this.mayWrite();
    return this.store.replace(collection, id, version, body);
  }

  find<T extends object>(collection: Collection<T>, query: Query<T>): Promise<StoredDocument<T>[]> {
    return this.store.find(collection, query);
  }

  async delete<T extends object>(collection: Collection<T>, id: string): Promise<boolean> {
    await this.mayWrite();
    return this.store.delete(collection, id);
  }
}
