import { AppError } from '../../src/shared/app-error';
import type { Collection, DocumentStore, Query, StoredDocument } from '../../src/shared/document-store';

/**
 * How a store breaks. `dies`: nothing works any more, as for a process that is killed there; `fails-once`: one write is
 * not done; `loses-answer`: one write is done, and told as a failure.
 */
export type Breaking = 'dies' | 'fails-once' | 'loses-answer';

/** A store that does everything with another one, until it is told to break at a certain write. */
export class BreakingStore implements DocumentStore {
  /** Writes that were asked for since the last `use`. */
  writes = 0;
  private store: DocumentStore | undefined;
  private breaks: { readonly at: number; readonly how: Breaking } | undefined;
  private isDead = false;

  /**
   * Goes on with this store.
   *
   * @param breaks at which write from now on, counted from 1, and how; never unless given
   */
  use(store: DocumentStore, breaks?: { readonly at: number; readonly how: Breaking }): void {
    this.store = store;
    this.breaks = breaks;
    this.writes = 0;
    this.isDead = false;
  }

  insert<T extends object>(collection: Collection<T>, id: string, body: T): Promise<'inserted' | 'exists'> {
    return this.write((store) => store.insert(collection, id, body));
  }

  get<T extends object>(collection: Collection<T>, id: string): Promise<StoredDocument<T> | undefined> {
    return this.read((store) => store.get(collection, id));
  }

  replace<T extends object>(
    collection: Collection<T>,
    id: string,
    version: number,
    body: T,
  ): Promise<'replaced' | 'conflict'> {
    return this.write((store) => store.replace(collection, id, version, body));
  }

  find<T extends object>(collection: Collection<T>, query: Query<T>): Promise<StoredDocument<T>[]> {
    return this.read((store) => store.find(collection, query));
  }

  delete<T extends object>(collection: Collection<T>, id: string): Promise<boolean> {
    return this.write((store) => store.delete(collection, id));
  }

  private read<T>(read: (store: DocumentStore) => Promise<T>): Promise<T> {
    return this.isDead || !this.store ? Promise.reject(broken()) : read(this.store);
  }

  private async write<T>(write: (store: DocumentStore) => Promise<T>): Promise<T> {
    this.writes += 1;
    const how = this.writes === this.breaks?.at ? this.breaks.how : undefined;
    this.isDead ||= how === 'dies';
    if (this.isDead || how === 'fails-once' || !this.store) throw broken();
    const written = await write(this.store);
    if (how === 'loses-answer') throw broken();
    return written;
  }
}

const broken = (): AppError => new AppError('store_unavailable', 'the database is gone');
