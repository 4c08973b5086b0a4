import type { Dialog } from 'botbuilder-dialogs';
import type { Server } from 'node:http';

import { compose, type Service } from './compose';
import { amongProcesses, inOneProcess } from './compose-coordination';
import type { Config } from './config';
import { loadContent } from './content';
import type { LawNotes } from './notice/law-note';
import { openDatabase } from './open-database';
import { loadLearnt } from './search/load-learnt';
import type { Clock } from './shared/clock';
import { AppError } from './shared/app-error';
import type { Logger } from './shared/logger';
import { loadOrCreateKey } from './storage/key-file';
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
  /** Told when another process has taken the database over: this one must end. */
  readonly onDatabaseLost?: () => void;
  /** Another conversation than the desk's, for benchmarks and tests of the channel. */
  readonly rootDialog?: Dialog;
}

/** Milliseconds that calls under way get to finish when the service stops. */
const PATIENCE = 8000;

/**
 * Starts the whole service in this process.
 *
 * @throws AppError when the content, what was learnt from it, the database, Redis or the address cannot be used
 */
export async function startService(options: ServiceOptions): Promise<RunningService> {
  const { config, clock, logger } = options;
  const content = loadContent(config.contentDir, clock.now());
  const widget = loadWidgetFiles(content.widget.launcher);
  const learnt = await loadLearnt(config);
  if (!learnt.vectors) logger.warn('the encoder is off: messages are understood by their words alone');
  const database = await openDatabase(config, logger, () => options.onDatabaseLost?.());
  let coordination = inOneProcess();
  const close = async (): Promise<void> => {
    coordination.close();
    await database.close();
    await learnt.vectors?.encoder.close();
  };
  try {
    const tokenKey = config.tokenSecret ?? loadOrCreateKey(config.dataDir, 'token.key');
    const lookupKey = loadOrCreateKey(config.dataDir, 'lookup.key');
    const ledgerKey = loadOrCreateKey(config.dataDir, 'ledger.key');
    if (config.redisUrl !== undefined) coordination = await amongProcesses(config.redisUrl, lookupKey, logger);
    const { store } = database;
    const keys = { tokenKey, lookupKey, ledgerKey };
    const service = compose({ ...options, content, learnt, store, ...keys, widget, coordination });
    await recover(service, logger);
    const http = service.server.server as Server;
    await listen(http, config);
    warnOfUnapproved(content.lawNotes, logger);
    if (!config.smtp) logger.warn('no mail is sent, but written to files in the data folder: SMTP_URL is not set');
    service.sweeps.start();
    service.sender.start();
    service.caseWork.start();
    service.finishing.start();
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
        await close();
        logger.info('stopped');
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function recover({ retention }: Service, logger: Logger): Promise<void> {
  const replayed = await retention.recover();
  if (replayed) logger.warn('an old backup was restored: what was deleted since was deleted again', { ...replayed });
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
