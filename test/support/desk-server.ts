import type { Dialog } from 'botbuilder-dialogs';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loadConfig } from '../../src/config';
import { systemClock, type Clock } from '../../src/shared/clock';
import type { Logger } from '../../src/shared/logger';
import { startService, type RunningService } from '../../src/start-service';

export interface DeskOptions {
  readonly clock?: Clock;
  readonly logger?: Logger;
  readonly rootDialog?: Dialog;
  /** Settings beside the address and the data folder. */
  readonly settings?: Readonly<Record<string, string>>;
  /** An own one is kept when the desk stops, for another desk to go on with. */
  readonly dataDir?: string;
  /** An own one, for a desk that comes back at the same address. */
  readonly port?: number;
}

export interface TestDesk {
  readonly url: string;
  readonly port: number;
  readonly service: RunningService;
  /** Once; a second call waits for the first. */
  stop(): Promise<void>;
}

const silent: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The whole service in this process, on a free port, with real storage in a temporary folder. */
export async function startDesk(options: DeskOptions = {}): Promise<TestDesk> {
  const port = options.port ?? (await freePort());
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'privacy-desk-'));
  const url = `http://localhost:${port}`;
  const config = loadConfig({
    PORT: String(port),
    // Half a second and 150 MB a desk; how well messages are understood is tested elsewhere.
    ENCODER: 'off',
    DATA_DIR: dataDir,
    MESSAGES_PER_MINUTE: '100000',
    TOKENS_PER_MINUTE: '100000',
    ...options.settings,
  });
  const { clock = systemClock, logger = silent, rootDialog } = options;
  const service = await startService({ config, clock, logger, ...(rootDialog && { rootDialog }) });
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> =>
    (stopping ??= service.stop().then(() => {
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    }));
  return { url, port, service, stop };
}

/** A port that nobody had a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
