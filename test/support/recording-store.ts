import type { Collection, DocumentStore, Query, StoredDocument } from '../../src/shared/document-store';

/** What was asked of a store. */
export interface Operation {
  readonly name: keyof DocumentStore;
  readonly collection: string;
  /** What was to be written. */
  readonly body?: object;
}

/** A store that does everything with another one, and lists what was asked of it, for a test to compare. */
export class RecordingStore implements DocumentStore {
  private recorded: Operation[] = [];

  constructor(private readonly store: DocumentStore) {}

  /** What was asked since the last call, in order. */
  takeOperations(): readonly Operation[] {
    const taken = this.recorded;
    this.recorded = [];
    return taken;
  }

  insert<T extends object>(collection: Collection<T>, id: string, body: T): Promise<'inserted' | 'exists'> {
    this.record('insert', collection, body);
    return this.store.insert(collection, id, body);
  }

  get<T extends object>(collection: Collection<T>, id: string): Promise<StoredDocument<T> | undefined> {
    this.record('get', collection);
    return this.store.get(collection, id);
  }

  replace<T extends object>(
    collection: Collection<T>,
    id: string,
    version: number,
    body: T,
  ): Promise<'replaced' | 'conflict'> {
    this.record('replace', collection, body);
    return this.store.replace(collection, id, version, body);
  }

  find<T extends object>(collection: Collection<T>, query: Query<T>): Promise<StoredDocument<T>[]> {
    this.record('find', collection);
    return this.store.find(collection, query);
  }

  delete<T extends object>(collection: Collection<T>, id: string): Promise<boolean> {
    this.record('delete', collection);
    return this.store.delete(collection, id);
  }

  private record<T extends object>(name: keyof DocumentStore, { name: collection }: Collection<T>, body?: T): void {
    this.recorded.push({ name, collection, ...(body && { body }) });
  }
}
