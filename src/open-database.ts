import { COLLECTIONS } from './collections';
import type { Config } from './config';
import type { DocumentStore } from './shared/document-store';
import type { Logger } from './shared/logger';
import { checkLease } from './shared/turn-lease';
import { DatabaseUse } from './storage/database-users';
import { FencedStore } from './storage/fenced-store';
import { openStorage } from './storage/open-storage';

export interface OpenDatabase {
  readonly store: DocumentStore;
  close(): Promise<void>;
}

/**
 * Opens the database for the service, and keeps out processes that would not know of each other.
 *
 * @param onLost told when another process has taken it over: this one can write no more, and must end
 * @throws AppError `store_locked` when such a process uses it, `store_unavailable` when it cannot be used
 */
export async function openDatabase(config: Config, logger: Logger, onLost: () => void): Promise<OpenDatabase> {
  const store = await openStorage(config, COLLECTIONS, (index) => logger.warn('an index was made anew', { index }));
  const close = async (): Promise<void> => store.close();
  // SQLite has a lock of the operating system.
  if (config.mongodbUri === undefined) return { store, close };
  try {
    const use = await DatabaseUse.begin({
      store,
      by: config.redisUrl === undefined ? 'one process' : 'several processes',
      onWait: (ms) =>
        logger.warn('an earlier process has not said that it stopped: waiting to see whether it is there', {
          seconds: ms / 1000,
        }),
      onLost: (error) => {
        logger.error('another process has taken over the database', error);
        onLost();
      },
    });
    const mayWrite = async (): Promise<void> => {
      await use.mayWrite();
      // Last of all: the write has to follow at once.
      checkLease();
    };
    return { store: new FencedStore(store, mayWrite), close: () => use.end().finally(close) };
  } catch (error) {
    await close();
    throw error;
  }
}
