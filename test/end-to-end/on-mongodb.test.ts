import { createConnection } from 'mongoose';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { Outbox } from '../../src/outbox/outbox';
import { systemClock } from '../../src/shared/clock';
import { MongoDocumentStore } from '../../src/storage/mongo/mongo-document-store';
import { MAIL } from '../support/an-outbox';
import { ChatApi, textsOf } from '../support/chat-api';
import { startProxy, type CuttableProxy } from '../support/cuttable-proxy';
import { startDesk, type TestDesk } from '../support/desk-server';
import { MONGODB_URI, newDatabase, throughProxy } from '../support/engines';
import { eventually } from '../support/eventually';
import { PageVisitor } from '../support/page-visitor';
import { RecordingLogger } from '../support/recording-logger';

if (MONGODB_URI === '') {
  it.skip('THE SERVICE WAS NOT TESTED ON MONGODB: set MONGODB_URI to a server that speaks its protocol', () =>
    undefined);
} else {
  describe('the whole service on a server that speaks the protocol of MongoDB', describeService);
}

function describeService(): void {
  const logger = new RecordingLogger();
  let database: ReturnType<typeof newDatabase>;
  let network: CuttableProxy;
  let dataDir: string;
  let desk: TestDesk;
  let api: ChatApi;

  const start = async (): Promise<void> => {
    const settings = { MONGODB_URI: throughProxy(database.uri, network.port) };
    desk = await startDesk({ dataDir, logger, settings });
    api = new ChatApi(desk.url);
  };
  /** Every document of every collection, as it stands in the database. */
  const everything = async (): Promise<Readonly<Record<string, string>>> => {
    const connection = await createConnection(database.uri).asPromise();
    const names = (await connection.listCollections()).map(({ name }) => name);
    const texts = names.map(async (name) => {
      return [name, JSON.stringify(await connection.collection(name).find().toArray())] as const;
    });
    const all = Object.fromEntries(await Promise.all(texts));
    await connection.close();
    return all;
  };
  const command = async (name: string, ...args: readonly string[]): Promise<string> => {
    const env = { ...process.env, DATA_DIR: dataDir, MONGODB_URI: database.uri };
    return (await promisify(execFile)(process.execPath, [`dist/src/commands/${name}.js`, ...args], { env })).stdout;
  };

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
    database = newDatabase();
    const { hostname, port } = new URL(database.uri);
    network = await startProxy(Number(port === '' ? 27_017 : port), hostname);
    await start();
  });
  afterAll(async () => {
    await desk.stop();
    await network.stop();
    await database.drop();
    rmSync(dataDir, { recursive: true });
  });

  it('goes on with a chat after it was started anew, and keeps nothing on its own disk', async () => {
    const session = await api.start();
    await api.say(session, 'how long are my phone calls kept', 'once');
    await api.say(session, 'how long are my phone calls kept', 'once');
    const before = textsOf(await api.transcript(session));
    await desk.stop();
    await start();

    await api.say(session, 'and for letters?');

    const texts = textsOf(await api.transcript(session));
    expect(texts.slice(0, before.length)).toEqual(before);
    expect(texts.filter((text) => text === 'how long are my phone calls kept')).toHaveLength(1);
    expect(texts.length).toBeGreaterThan(before.length + 1);
    expect(readdirSync(dataDir).filter((name) => name.endsWith('.db'))).toEqual([]);
  });

  it('deletes a chat with everything that belongs to it', async () => {
    const session = await api.start();
    await api.say(session, 'my name is Quillon Featherstonehaugh');
    expect(JSON.stringify(await everything())).toContain(session.conversationId);

    expect((await api.call('DELETE', '/chat', { token: session.token })).status).toBe(200);

    const left = JSON.stringify(await everything());
    expect(left).not.toContain(session.conversationId);
    expect((await everything())['deletion-receipts']).toContain('"state":"deleted"');
  });

  it('records what is asked on a page, sends what waits, and commands find both', async () => {
    const page = await new PageVisitor(desk.url).open('/request');
    await page.send({ want: [], words: 'Why did you write to my old flat?' });
    expect(page.words).toContain('Your request is recorded');
    expect((await everything()).cases).toContain('"sealed"');

    await desk.stop();
    const store = await MongoDocumentStore.open({ uri: database.uri, makesIndexes: false });
    const outbox = new Outbox({
      store,
      clock: systemClock,
      lookupKey: 'of this test',
      hasWebhook: false,
      wake: () => undefined,
    });
    await outbox.add({ key: 'left', ...MAIL });
    await store.close();
    expect(await command('outbox', 'status')).toContain('waiting: 1');
    await start();
    await eventually('it is sent', async () => ((await everything()).outbox ?? '').includes('"state":"sent"'));

    expect(await command('outbox', 'status')).toContain('waiting: 0');
    expect(await command('opt-outs', '--csv')).toContain('scope,channel,address');
    expect(await command('migrate')).toMatch(/cases +0\n/);
  });

  it('refuses while the database is away, tells nothing of where it is, and takes the message again after that', async () => {
    const session = await api.start();
    network.break();

    const refused = await api.say(session, 'are you there', 'again');
    const ready = await api.call('GET', '/readyz');
    network.mend();
    const taken = await api.say(session, 'are you there', 'again');

    expect([refused.status, ready.status, taken.status]).toEqual([503, 503, 200]);
    expect(textsOf(await api.transcript(session)).filter((text) => text === 'are you there')).toHaveLength(1);
    expect(logger.text).not.toMatch(/mongodb:|127\.0\.0\.1|are you there/);
  });
}
