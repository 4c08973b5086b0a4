import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from '../support/desk-server';
import { spawnServer } from '../support/real-server';

/** Milliseconds from the start of the process to its first answer. */
export async function measureStartUp(): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
  const begun = performance.now();
  const server = spawnServer({ dataDir, port: await freePort() });
  while (!(await answers(`${server.url}/healthz`))) await new Promise((resolve) => setTimeout(resolve, 5));
  const took = performance.now() - begun;
  await server.end('SIGTERM');
  rmSync(dataDir, { recursive: true });
  return took;
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}
