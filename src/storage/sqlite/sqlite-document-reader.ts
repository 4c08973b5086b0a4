import type Database from 'libsql';

import type { Collection, DocumentStore, Query, StoredDocument } from '../../shared/document-store';
import type { RawDocument, RawReader } from '../raw-documents';
import { CollectionTable } from './collection-table';
import { openBeside } from './open-beside';

/** Reads the documents of a data folder, also while the service is using it. Writes nothing. */
export class SqliteDocumentReader implements Pick<DocumentStore, 'find' | 'get'>, RawReader {
  private readonly tables = new Map<object, CollectionTable<object>>();

  protected constructor(protected readonly database: Database.Database) {}

  /** @throws AppError `store_unavailable` when there is no database in the folder, or it cannot be opened */
  static open(folder: string): SqliteDocumentReader {
    return new SqliteDocumentReader(openBeside(folder, 'read'));
  }

  /** Nothing where the service has not kept any such document yet. */
  find<T extends object>(collection: Collection<T>, query: Query<T>): Promise<StoredDocument<T>[]> {
    return Promise.resolve().then(() => this.table(collection)?.find(query) ?? []);
  }

  get<T extends object>(collection: Collection<T>, id: string): Promise<StoredDocument<T> | undefined> {
    return Promise.resolve().then(() => this.table(collection)?.get(id));
  }

  page<T extends object>(
    collection: Collection<T>,
    afterId: string | undefined,
    limit: number,
  ): Promise<readonly RawDocument[]> {
    return Promise.resolve().then(() => this.table(collection)?.page(afterId, limit) ?? []);
  }

  close(): void {
    this.database.close();
  }

  /** Undefined where the service has not kept any such document yet. */
  protected table<T extends object>(collection: Collection<T>): CollectionTable<T> | undefined {
    const known = this.tables.get(collection);
    if (known) return known as unknown as CollectionTable<T>;
    const found = this.database.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').all(collection.name);
    if (found.length === 0) return undefined;
    const table = this.openTable(collection);
    this.tables.set(collection, table as unknown as CollectionTable<object>);
    return table;
  }

  protected openTable<T extends object>(collection: Collection<T>): CollectionTable<T> {
    return new CollectionTable(this.database, collection);
  }
}
