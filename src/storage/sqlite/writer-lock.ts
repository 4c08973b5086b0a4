import Database from 'libsql';
import { join } from 'node:path';

import { AppError } from '../../shared/app-error';

/**
 * Makes this process the only one that writes to the data folder. Turns are ordered in memory, so a second writer on
 * the same file could answer the same conversation at the same time. The operating system gives the lock back when the
 * process ends, however it ends.
 *
 * @throws AppError `store_locked` when another process has it.
 */
export const takeWriterLock = (folder: string): { release(): void } =>
  takeLock(folder, 'writer.lock', `another process is already using the data folder ${folder}`);

/**
 * Makes this process the only one that has a lock of a data folder.
 *
 * @param problem said when another process has it
 * @throws AppError `store_locked` when another process has it
 */
export function takeLock(folder: string, name: string, problem: string): { release(): void } {
  const lock = new Database(join(folder, name));
  try {
    lock.pragma('busy_timeout = 0');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new AppError('store_locked', problem, { cause });
  }
  return {
    release: () => {
      // Closing alone is not enough with this driver: the open transaction keeps the lock.
      lock.exec('ROLLBACK');
      lock.close();
    },
  };
}
