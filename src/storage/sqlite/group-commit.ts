import type Database from 'libsql';

import { AppError } from '../../shared/app-error';

interface Pending {
  readonly write: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Collects the writes that arrive while the event loop is busy and commits them together, since each commit waits for
 * the disk (synchronous = FULL). A promise resolves only after its write is on the disk. Writes that stand together in
 * one commit do not depend on each other: one that fails leaves the others as they are.
 */
export class GroupCommit {
  private pending: Pending[] = [];

  constructor(private readonly database: Database.Database) {}

  run<T>(write: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.pending.length === 0) setImmediate(() => this.flush());
      this.pending.push({ write, resolve: resolve as (value: unknown) => void, reject });
    });
  }

  /** Commits what is waiting, now. */
  flush(): void {
    const batch = this.pending;
    this.pending = [];
    if (batch.length === 0) return;
    try {
      this.commit(batch);
    } catch (error) {
      const unavailable = new AppError('store_unavailable', 'the database did not take a write', { cause: error });
      batch.forEach(({ reject }) => reject(unavailable));
    }
  }

  private commit(batch: readonly Pending[]): void {
    const settle: (() => void)[] = [];
    this.database.exec('BEGIN IMMEDIATE');
    try {
      for (const { write, resolve, reject } of batch) {
        try {
          const value = write();
          settle.push(() => resolve(value));
        } catch (error) {
          // SQLite has undone this one statement; the transaction goes on.
          settle.push(() => reject(new AppError('store_unavailable', 'a write failed', { cause: error })));
        }
      }
      this.database.exec('COMMIT');
    } catch (error) {
      if (this.database.inTransaction) this.database.exec('ROLLBACK');
      throw error;
    }
    settle.forEach((done) => done());
  }
}
