import type Database from 'libsql';

import type { Collection, DocumentStore, Query, StoredDocument } from '../../shared/document-store';
import { CollectionTable } from './collection-table';
import { openBeside } from './open-beside';

/** Reads the documents of a data folder, also while the service is using it. Writes nothing. */
export class SqliteDocumentReader implements Pick<DocumentStore, 'find'> {
  protected constructor(protected readonly database: Database.Database) {}

  /** @throws AppError `store_unavailable` when there is no database in the folder, or it cannot be opened */
  static open(folder: string): SqliteDocumentReader {
    return new SqliteDocumentReader(openBeside(folder, 'read'));
  }

  /** Nothing where the service has not kept any such document yet. */
  find<T extends object>(collection: Collection<T>, query: Query<T>): Promise<StoredDocument<T>[]> {
    return Promise.resolve().then(() => this.table(collection)?.find(query) ?? []);
  }

  close(): void {
    this.database.close();
  }

  /** Undefined where the service has not kept any such document yet. */
  protected table<T extends object>(collection: Collection<T>): CollectionTable<T> | undefined {
    const found = this.database.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').all(collection.name);
    return found.length > 0 ? new CollectionTable(this.database, collection) : undefined;
  }
}
