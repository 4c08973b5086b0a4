import Database from 'libsql';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { AppError } from '../../shared/app-error';
import type { Collection, DocumentStore, Query, StoredDocument } from '../../shared/document-store';
import type { RawDocument, RawReader } from '../raw-documents';
import { CollectionTable } from './collection-table';
import { GroupCommit } from './group-commit';
import { takeWriterLock } from './writer-lock';

/** Milliseconds in which deletions are collected before their traces are removed. */
const WIPE_DELAY = 200;

/** The same for what was replaced: there is a replacement in every turn, and each removal waits for the disk. */
const REPLACED_WIPE_DELAY = 2000;

/**
 * Documents in one SQLite file, `desk.db` in the given folder. Every acknowledged write is on the disk: it survives
 * `kill -9` and, as far as the disk tells the truth, loss of power. What is deleted or replaced is soon in none of the
 * files.
 */
export class SqliteDocumentStore implements DocumentStore, RawReader {
  private readonly tables = new Map<object, CollectionTable<object>>();
  private readonly commits: GroupCommit;
  private wiping: NodeJS.Timeout | undefined;

  private constructor(
    private readonly database: Database.Database,
    private readonly lock: { release(): void },
  ) {
    this.commits = new GroupCommit(database);
  }

  /**
   * Opens the file, or makes it with the folder.
   *
   * @throws AppError `store_locked` when another process has the folder, `store_unavailable` when it cannot be used.
   */
  static open(folder: string): SqliteDocumentStore {
    makePrivateFolder(folder);
    const lock = takeWriterLock(folder);
    try {
      const database = new Database(join(folder, 'desk.db'));
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = FULL');
      database.pragma('busy_timeout = 5000');
      // Overwrites what is deleted; without it the words stay in the file until their place is needed.
      database.pragma('secure_delete = ON');
      // A process that was killed may have left deleted words in the log.
      database.pragma('wal_checkpoint(TRUNCATE)');
      return new SqliteDocumentStore(database, lock);
    } catch (cause) {
      lock.release();
      throw new AppError('store_unavailable', `the database in ${folder} cannot be opened`, { cause });
    }
  }

  insert<T extends object>(collection: Collection<T>, id: string, body: T): Promise<'inserted' | 'exists'> {
    const table = this.table(collection);
    return this.commits.run(() => table.insert(id, body));
  }

  get<T extends object>(collection: Collection<T>, id: string): Promise<StoredDocument<T> | undefined> {
    return Promise.resolve().then(() => this.table(collection).get(id));
  }

  replace<T extends object>(
    collection: Collection<T>,
    id: string,
    version: number,
    body: T,
  ): Promise<'replaced' | 'conflict'> {
    const table = this.table(collection);
    this.wipeSoon(REPLACED_WIPE_DELAY);
    return this.commits.run(() => table.replace(id, version, body));
  }

  find<T extends object>(collection: Collection<T>, query: Query<T>): Promise<StoredDocument<T>[]> {
    return Promise.resolve().then(() => this.table(collection).find(query));
  }

  page<T extends object>(
    collection: Collection<T>,
    afterId: string | undefined,
    limit: number,
  ): Promise<readonly RawDocument[]> {
    return Promise.resolve().then(() => this.table(collection).page(afterId, limit));
  }

  delete<T extends object>(collection: Collection<T>, id: string): Promise<boolean> {
    const table = this.table(collection);
    this.wipeSoon();
    return this.commits.run(() => table.delete(id));
  }

  /** Writes what is waiting, folds the log into the file and gives the folder back. */
  close(): void {
    clearTimeout(this.wiping);
    this.commits.flush();
    this.database.pragma('wal_checkpoint(TRUNCATE)');
    this.database.close();
    this.lock.release();
  }

  /** Folds the log into the file, since what was deleted still stands in the log. Waits for nobody who reads it. */
  private wipeSoon(delay = WIPE_DELAY): void {
    this.wiping ??= setTimeout(() => {
      this.wiping = undefined;
      if (!this.wipe()) this.wipeSoon(10 * WIPE_DELAY);
    }, delay).unref();
  }

  /** Whether it could be done: not while somebody reads the log, nor on a full disk. The next start does it, too. */
  private wipe(): boolean {
    try {
      this.database.pragma('busy_timeout = 0');
      const [result] = this.database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all() as { readonly busy: number }[];
      return result?.busy === 0;
    } catch {
      return false;
    } finally {
      this.database.pragma('busy_timeout = 5000');
    }
  }

  private table<T extends object>(collection: Collection<T>): CollectionTable<T> {
    const known = this.tables.get(collection);
    if (known) return known as unknown as CollectionTable<T>;
    const table = CollectionTable.create(this.database, collection);
    this.tables.set(collection, table as unknown as CollectionTable<object>);
    return table;
  }
}

/** Readable by the owner only: it holds what people wrote. */
function makePrivateFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new AppError('store_unavailable', `the data folder ${folder} cannot be made`, { cause });
  }
}
