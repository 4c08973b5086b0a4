import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from '../support/desk-server';
import { MONGODB_URI, newDatabase } from '../support/engines';
import { spawnServer, startRealServer, type RealServer } from '../support/real-server';

if (MONGODB_URI === '') {
  it.skip('A SECOND PROCESS ON ONE MONGODB WAS NOT TESTED: set MONGODB_URI to a server that speaks its protocol', () =>
    undefined);
} else {
  describe('a database in MongoDB without Redis', describeDatabase);
}

function describeDatabase(): void {
  const dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
  const database = newDatabase();
  const servers: RealServer[] = [];
  afterAll(async () => {
    for (const server of servers) await server.end('SIGTERM');
    await database.drop();
    rmSync(dataDir, { recursive: true });
  });

  const settings = { MONGODB_URI: database.uri, ENCODER: 'off' };
  async function start(): Promise<RealServer> {
    const server = await startRealServer({ dataDir, port: await freePort(), settings });
    servers.push(server);
    return server;
  }

  it('is refused to a second process, which says what to set, and is free soon after the first was killed', async () => {
    const first = await start();
    const second = spawnServer({ dataDir, port: await freePort(), settings });
    expect(await second.exited).toEqual({ code: 1, signal: null });
    expect(second.output()).toContain(
      'Privacy Desk cannot start.\nanother process is using the database of MONGODB_URI; ' +
        'for several processes on one database set REDIS_URL, to the same Redis for all of them\n',
    );

    await first.end('SIGKILL');
    const third = await start();
    expect(third.output()).toContain('waiting to see whether it is there');

    await third.end('SIGTERM');
    expect((await start()).output()).not.toContain('waiting');
  }, 90_000);
}
