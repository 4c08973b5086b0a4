import type { Collection, DocumentStore } from '../../shared/document-store';
import type { RawDocument, RawWriter } from '../raw-documents';
import { CollectionTable } from './collection-table';
import { openBeside } from './open-beside';
import { SqliteDocumentReader } from './sqlite-document-reader';

/**
 * Reads, adds and replaces single documents of a data folder, also while the service is using it. Only for collections that
 * are coordinated by versions alone, such as the outbox: turns of a conversation are ordered in the service's memory,
 * and would not know of us.
 */
export class SqliteDocumentEditor extends SqliteDocumentReader implements Omit<DocumentStore, 'delete'>, RawWriter {
  /** @throws AppError `store_unavailable` when there is no database in the folder, or it cannot be opened */
  static override open(folder: string): SqliteDocumentEditor {
    return new SqliteDocumentEditor(openBeside(folder, 'write'));
  }

  insert<T extends object>(collection: Collection<T>, id: string, body: T): Promise<'inserted' | 'exists'> {
    return Promise.resolve().then(() => (this.table(collection) ?? this.openTable(collection)).insert(id, body));
  }

  replace<T extends object>(
    collection: Collection<T>,
    id: string,
    version: number,
    body: T,
  ): Promise<'replaced' | 'conflict'> {
    return Promise.resolve().then(() => this.table(collection)?.replace(id, version, body) ?? 'conflict');
  }

  rewrite<T extends object>(collection: Collection<T>, document: RawDocument): Promise<boolean> {
    return Promise.resolve().then(() => this.table(collection)?.rewrite(document) ?? false);
  }

  /** Also removes what was replaced from the log of the database. */
  override close(): void {
    this.database.pragma('wal_checkpoint(TRUNCATE)');
    super.close();
  }

  protected override openTable<T extends object>(collection: Collection<T>): CollectionTable<T> {
    return CollectionTable.create(this.database, collection);
  }
}
