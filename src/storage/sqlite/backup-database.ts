import { randomUUID } from 'node:crypto';
import { constants, copyFileSync, existsSync, linkSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { AppError } from '../../shared/app-error';
import type { AnyCollection } from '../../shared/document-store';
import { openBeside } from './open-beside';
import { syncToDisk } from './sync-to-disk';
import { verifyDatabase, type Counts } from './verify-database';
import { takeWriterLock } from './writer-lock';

/**
 * Writes the database of a data folder to a new file, as it is at one moment, also while the service is using it. What
 * was deleted is not in the file. It is there only once it has been read and found whole.
 *
 * @returns what is in it
 * @throws AppError `already_there` when there is such a file, `store_unavailable` when it cannot be written or read
 */
export function backupDatabase(folder: string, file: string, collections: readonly AnyCollection[]): Counts {
  return writeNew(file, collections, (part) => {
    const database = openBeside(folder, 'write');
    try {
      database.prepare('VACUUM INTO ?').run(part);
    } finally {
      database.close();
    }
  });
}

/**
 * Makes a data folder's database from a backup. There must be none in it, and no service may be using the folder.
 *
 * @returns what is in it
 * @throws AppError `already_there` when the folder has a database, `store_locked` when a service has the folder,
 *   `store_unavailable` when the backup is damaged or cannot be read
 */
export function restoreDatabase(file: string, folder: string, collections: readonly AnyCollection[]): Counts {
  verifyDatabase(file, collections);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = takeWriterLock(folder);
  try {
    // The log of another database would be taken for one of this.
    for (const name of ['desk.db', 'desk.db-wal', 'desk.db-shm']) {
      if (existsSync(join(folder, name))) throw alreadyThere(join(folder, name));
    }
    return writeNew(join(folder, 'desk.db'), collections, (part) => {
      copyFileSync(file, part, constants.COPYFILE_EXCL);
    });
  } finally {
    lock.release();
  }
}

/** Under another name first, so that nobody takes a half for the whole. */
function writeNew(file: string, collections: readonly AnyCollection[], write: (part: string) => void): Counts {
  if (existsSync(file)) throw alreadyThere(file);
  const part = `${file}.${randomUUID()}.part`;
  try {
    write(part);
    syncToDisk(part);
    const counts = verifyDatabase(part, collections);
    linkSync(part, file);
    return counts;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw alreadyThere(file);
    if (error instanceof AppError) throw error;
    throw new AppError('store_unavailable', `${file} cannot be written`, { cause: error });
  } finally {
    rmSync(part, { force: true });
    if (existsSync(file)) syncToDisk(join(file, '..'));
  }
}

const alreadyThere = (file: string): AppError =>
  new AppError('already_there', `${file} is there already, and nothing is written over it`);
