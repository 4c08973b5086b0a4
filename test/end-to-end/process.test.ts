import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ChatApi } from '../support/chat-api';
import { readTables } from '../support/database-file';
import { freePort, startDesk } from '../support/desk-server';
import { eventually } from '../support/eventually';
import { spawnServer, startRealServer, type RealServer } from '../support/real-server';
import { UnreliableDialog } from '../support/unreliable-dialog';

/** The service as an operator sees it: a process, its signals, its exit status and what it writes. */
describe('the process', () => {
  let dataDir: string;
  const servers: RealServer[] = [];
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
  });
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.end('SIGKILL');
    rmSync(dataDir, { recursive: true });
  });

  async function start(settings: Record<string, string> = {}): Promise<RealServer> {
    const server = await startRealServer({ dataDir, port: await freePort(), settings });
    servers.push(server);
    return server;
  }

  it('refuses a data folder that another one has, and says so in a sentence', async () => {
    const first = await start();
    const second = spawnServer({ dataDir, port: await freePort() });

    expect(await second.exited).toEqual({ code: 1, signal: null });
    expect(second.output()).toBe(
      `Privacy Desk cannot start.\nanother process is already using the data folder ${dataDir}\n`,
    );
    expect((await new ChatApi(first.url).call('GET', '/healthz')).status).toBe(200);
  });

  it('refuses a port that another one has, and gives the data folder back', async () => {
    const first = await start();
    const elsewhere = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
    const port = Number(new URL(first.url).port);
    const second = spawnServer({ dataDir: elsewhere, port });

    expect(await second.exited).toEqual({ code: 1, signal: null });
    expect(second.output()).toBe(`Privacy Desk cannot start.\nport ${port} of 127.0.0.1 cannot be used (EADDRINUSE)\n`);
    rmSync(elsewhere, { recursive: true });
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends with status 0 at %s, with all that it has acknowledged',
    async (signal) => {
      const server = await start();
      const api = new ChatApi(server.url);
      const sessions = await Promise.all([1, 2, 3, 4].map(() => api.start()));
      let answered = 0;
      const posts = sessions.flatMap((session) =>
        ['hello 1', 'hello 2', 'hello 3'].map(async (text) => {
          const { status, body } = await api.say(session, text, text);
          answered += 1;
          return { status, id: body.id };
        }),
      );
      const results = Promise.allSettled(posts);

      await eventually('the first is answered', () => answered > 0);
      const exit = await server.end(signal);

      expect(exit).toEqual({ code: 0, signal: null });
      // A post may come too late for the door, but never is one that was let in left without its answer.
      const done = (await results).flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      expect(done.map(({ status }) => status)).toEqual(done.map(() => 200));
      const stored = readTables(dataDir).entries?.map(({ id }) => id);
      expect(stored).toEqual(expect.arrayContaining(done.map(({ id }) => id)));
    },
  );

  it('writes neither what was said nor a token to its log, at the finest level', async () => {
    const server = await start({ LOG_LEVEL: 'debug' });
    const api = new ChatApi(server.url);
    const session = await api.start();
    await api.say(session, 'my name is Quillon Featherstonehaugh');
    await api.post(session, { type: 'event', value: 'Featherstonehaugh' });
    await api.post(session, { type: 'message', text: 'Featherstonehaugh'.repeat(200) });
    await api.call('GET', `/v3/directline/conversations/Featherstonehaugh/activities`, { token: session.token });
    await api.call('GET', '/Featherstonehaugh', { token: session.token });
    await api.call('POST', '/v3/directline/conversations', {
      token: session.token,
      raw: '{"Featherstonehaugh',
      headers: { 'Content-Type': 'application/json' },
    });
    await api.call('GET', '/chat/transcript', { token: session.token });
    await api.call('DELETE', '/chat', { token: session.token });
    await server.end('SIGTERM');

    const output = server.output();
    expect(output).toMatch(/"ready"[\s\S]*"sweep done"|"sweep done"[\s\S]*"ready"/);
    expect(output).toContain('"stopped"');
    expect(output).not.toMatch(/Featherstonehaugh/i);
    for (const secret of [session.token, session.conversationId, '127.0.0.1']) expect(output).not.toContain(secret);
    for (const line of output.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('time');
  });
});

describe('a service that stops', () => {
  it('lets a turn under way be answered, and does not wait for connections that are only kept', async () => {
    const dialog = new UnreliableDialog();
    const desk = await startDesk({ rootDialog: dialog });
    const api = new ChatApi(desk.url);
    const session = await api.start();
    const agent = new Agent({ keepAlive: true });
    const answered = new Promise<number | undefined>((resolve, reject) => {
      const path = `/v3/directline/conversations/${session.conversationId}/activities`;
      const headers = { Authorization: `Bearer ${session.token}`, 'Content-Type': 'application/json' };
      const posting = request(desk.url + path, { method: 'POST', agent, headers }, (response) => {
        response.resume().once('end', () => resolve(response.statusCode));
      });
      posting.on('error', reject).end(JSON.stringify({ type: 'message', text: 'hang' }));
    });
    await eventually('the turn is under way', async () => (await api.transcript(session)).length === 2);

    const stopped = desk.stop();
    await dialog.letGo();

    expect(await answered).toBe(200);
    const before = Date.now();
    await stopped;
    expect(Date.now() - before).toBeLessThan(2000);
    agent.destroy();
  });
});
