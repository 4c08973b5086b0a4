import Database from 'libsql';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { AppError } from '../../shared/app-error';

/**
 * Opens the database of a data folder also while the service is using it, and makes none.
 *
 * @throws AppError `store_unavailable` when there is no database in the folder, or it cannot be opened
 */
export function openBeside(folder: string, access: 'read' | 'write'): Database.Database {
  const file = join(folder, 'desk.db');
  if (!existsSync(file)) throw new AppError('store_unavailable', `there is no database in ${folder}`);
  try {
    const database = new Database(file);
    if (access === 'read') database.pragma('query_only = ON');
    database.pragma('synchronous = FULL');
    database.pragma('secure_delete = ON');
    database.pragma('busy_timeout = 5000');
    return database;
  } catch (cause) {
    throw new AppError('store_unavailable', `the database in ${folder} cannot be opened`, { cause });
  }
}
