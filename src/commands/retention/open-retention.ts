import { COLLECTIONS } from '../../collections';
import { composeRetention, type Retention } from '../../compose-retention';
import type { Config } from '../../config';
import { loadContent } from '../../content';
import { Cases } from '../../rights/cases';
import { AppError } from '../../shared/app-error';
import { systemClock } from '../../shared/clock';
import { createJsonLogger } from '../../shared/json-logger';
import { loadOrCreateKey } from '../../storage/key-file';
import { openStorage } from '../../storage/open-storage';

/**
 * Does some work on what is kept, as the service would do it. On SQLite the service must not be running.
 *
 * @throws AppError `store_locked` when it is, `content_invalid`, `store_unavailable`
 */
export async function withRetention<T>(config: Config, work: (retention: Retention) => Promise<T>): Promise<T> {
  const clock = systemClock;
  const content = loadContent(config.contentDir, clock.now());
  const logger = createJsonLogger('warn');
  const store = await openStorage(config, COLLECTIONS, (index) => logger.warn('an index was made anew', { index }));
  try {
    const lookupKey = loadOrCreateKey(config.dataDir, 'lookup.key');
    const ledgerKey = loadOrCreateKey(config.dataDir, 'ledger.key');
    const cases = new Cases({ store, clock, newReference: noReference });
    const parts = { cases, inTurn: <R>(_id: string, inTurn: () => Promise<R>) => inTurn() };
    return await work(composeRetention({ config, content, store, clock, logger, lookupKey, ledgerKey }, parts));
  } finally {
    await store.close();
  }
}

const noReference = (): never => {
  throw new AppError('not_supported', 'deleting makes no cases');
};
