import { loadConfig } from '../../src/config';
import { systemClock } from '../../src/shared/clock';
import { createJsonLogger } from '../../src/shared/json-logger';
import { startService } from '../../src/start-service';
import { CountingDialog } from './counting-dialog';

/**
 * The service as a process of its own, with a conversation that only counts: it costs nothing, so that what is tested is
 * the way of the messages, and a state that was read too early or lost shows in the next number.
 */
async function serve(): Promise<void> {
  const config = loadConfig(process.env);
  const service = await startService({
    config,
    clock: systemClock,
    logger: createJsonLogger(config.logLevel),
    rootDialog: new CountingDialog(),
  });
  process.once('SIGTERM', () => void service.stop().then(() => process.exit(0)));
  process.stdout.write('{"message":"ready"}\n');
}

void serve();
