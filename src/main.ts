import { config as readDotenv } from 'dotenv';

import { loadConfig } from './config';
import { AppError } from './shared/app-error';
import { systemClock } from './shared/clock';
import { createJsonLogger } from './shared/json-logger';
import { startService } from './start-service';

/** Starts the service with the settings of the environment and of `.env`; what is set in both counts from the former. */
async function main(): Promise<void> {
  // Whatever the service writes is for its own user only, also in a folder that somebody else has made.
  process.umask(0o077);
  readDotenv({ quiet: true });
  const config = loadConfig(process.env);
  const logger = createJsonLogger(config.logLevel);
  const onDatabaseLost = (): never => process.exit(1);
  const service = await startService({ config, clock: systemClock, logger, onDatabaseLost });
  logger.info('ready', { url: config.publicUrl, port: config.port });

  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    service.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error('could not stop cleanly', error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  // Told in sentences to whoever starts it; anything unexpected comes with its stack.
  const text = error instanceof AppError ? error.message : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`Privacy Desk cannot start.\n${text}\n`);
  process.exit(1);
});
