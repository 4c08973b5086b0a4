import type { Dialog } from 'botbuilder-dialogs';
import type { Server } from 'node:http';

import { COLLECTIONS } from './collections';
import { compose } from './compose';
import type { Config } from './config';
import { loadContent } from './content';
import type { LawNotes } from './notice/law-note';
import { loadLearnt } from './search/load-learnt';
import type { Clock } from './shared/clock';
import { AppError } from './shared/app-error';
import type { Logger } from './shared/logger';
import { loadOrCreateKey } from './storage/key-file';
import { openStorage } from './storage/open-storage';
import { loadWidgetFiles } from './web/widget-files';

export interface RunningService {
  /** Deletes what is due, now. */
  sweepNow(): Promise<void>;
  /** Takes no new calls, lets those under way finish and closes the store. */
  stop(): Promise<void>;
}

export interface ServiceOptions {
  readonly config: Config;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Another conversation than the desk's, for benchmarks and tests of the channel. */
  readonly rootDialog?: Dialog;
}

/** Milliseconds that calls under way get to finish when the service stops. */
const PATIENCE = 8000;

/**
 * Starts the whole service in this process.
 *
 * @throws AppError when the content, what was learnt from it, the data folder or the address cannot be used
 */
export async function startService(options: ServiceOptions): Promise<RunningService> {
  const { config, clock, logger } = options;
  const content = loadContent(config.contentDir, clock.now());
  const widget = loadWidgetFiles(content.widget.launcher);
  const learnt = await loadLearnt(config);
  if (!learnt.vectors) logger.warn('the encoder is off: messages are understood by their words alone');
  const store = await openStorage(config, COLLECTIONS, (index) => logger.warn('an index was made anew', { index }));
  try {
    const tokenKey = config.tokenSecret ?? loadOrCreateKey(config.dataDir, 'token.key');
    const lookupKey = loadOrCreateKey(config.dataDir, 'lookup.key');
    const ledgerKey = loadOrCreateKey(config.dataDir, 'ledger.key');
    const service = compose({ ...options, content, learnt, store, tokenKey, lookupKey, ledgerKey, widget });
    const replayed = await service.retention.recover();
    if (replayed)
      logger.warn('the database is an old backup: what was deleted since was deleted again', { ...replayed });
    const http = service.server.server as Server;
    await listen(http, config);
    warnOfUnapproved(content.lawNotes, logger);
    if (!config.smtp) logger.warn('no mail is sent, but written to files in the data folder: SMTP_URL is not set');
    service.sweeps.start();
    service.sender.start();
    service.caseWork.start();
    return {
      sweepNow: () => service.sweeps.run(),
      stop: async () => {
        const closed = new Promise<void>((resolve) => http.close(() => resolve()));
        const impatience = setTimeout(() => http.closeAllConnections(), PATIENCE);
        // A connection whose last call is answered is kept for a next one, which would not be taken.
        const tidying = setInterval(() => http.closeIdleConnections(), 50);
        await service.drain();
        await closed;
        clearInterval(tidying);
        clearTimeout(impatience);
        await store.close();
        await learnt.vectors?.encoder.close();
        logger.info('stopped');
      },
    };
  } catch (error) {
    await store.close();
    await learnt.vectors?.encoder.close();
    throw error;
  }
}

function warnOfUnapproved({ notes, showsUnapproved }: LawNotes, logger: Logger): void {
  const unapproved = notes.filter(({ approval }) => approval === undefined).length;
  if (!showsUnapproved || unapproved === 0) return;
  logger.warn('notes on the law are shown that nobody has approved', { notes: unapproved });
}

function listen(http: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', (cause: NodeJS.ErrnoException) => {
      const message = `port ${port} of ${host} cannot be used (${cause.code ?? 'unknown'})`;
      reject(new AppError('address_in_use', message, { cause }));
    });
    http.listen(port, host, resolve);
  });
}
