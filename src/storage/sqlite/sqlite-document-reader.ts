import Database from 'libsql';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { AppError } from '../../shared/app-error';
import type { Collection, DocumentStore, Query, StoredDocument } from '../../shared/document-store';
import { CollectionTable } from './collection-table';

/** Reads the documents of a data folder, also while the service is using it. Writes nothing. */
export class SqliteDocumentReader implements Pick<DocumentStore, 'find'> {
  private constructor(private readonly database: Database.Database) {}

  /** @throws AppError `store_unavailable` when there is no database in the folder, or it cannot be opened */
  static open(folder: string): SqliteDocumentReader {
    const file = join(folder, 'desk.db');
    if (!existsSync(file)) throw new AppError('store_unavailable', `there is no database in ${folder}`);
    try {
      const database = new Database(file);
      database.pragma('query_only = ON');
      database.pragma('busy_timeout = 5000');
      return new SqliteDocumentReader(database);
    } catch (cause) {
      throw new AppError('store_unavailable', `the database in ${folder} cannot be opened`, { cause });
    }
  }

  /** Nothing where the service has not kept any such document yet. */
  find<T extends object>(collection: Collection<T>, query: Query<T>): Promise<StoredDocument<T>[]> {
    return Promise.resolve().then(() =>
      this.has(collection.name) ? new CollectionTable(this.database, collection).find(query) : [],
    );
  }

  close(): void {
    this.database.close();
  }

  private has(table: string): boolean {
    return this.database.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').all(table).length > 0;
  }
}
