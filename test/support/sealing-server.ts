import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { systemClock } from '../../src/shared/clock';
import { SqliteDocumentStore } from '../../src/storage/sqlite/sqlite-document-store';
import { EchoDialog } from './echo-dialog';
import { openSealedSqlite } from './sealed-sqlite';
import { loadDeskParts, serveDesk } from './served-desk';

/** The echoing service for a benchmark, sealed or not, in a process of its own: tells its address and its costs. */
async function serve(kind: string | undefined): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-bench-'));
  const store = kind === 'sealed' ? openSealedSqlite(dataDir) : SqliteDocumentStore.open(dataDir);
  const over = { store, dataDir, clock: systemClock, rootDialog: new EchoDialog() };
  const desk = await serveDesk(await loadDeskParts(systemClock), over);
  process.send?.({ url: desk.url });
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpu: user + system });
  });
  process.on('disconnect', () => {
    rmSync(dataDir, { recursive: true });
    process.exit(0);
  });
}

void serve(process.argv[2]);
