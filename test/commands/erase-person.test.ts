import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openToRead } from '../../src/storage/open-storage';
import { CONVERSATIONS } from '../../src/transcript/conversation';
import { DELETION_RECEIPTS } from '../../src/transcript/deletion-receipt';
import { ENTRIES } from '../../src/transcript/entry';
import { ChatApi, type StartedSession } from '../support/chat-api';
import { startDesk, type DeskOptions, type TestDesk } from '../support/desk-server';
import { DATABASES, type newDatabase } from '../support/engines';
import { eventually } from '../support/eventually';
import { UnreliableDialog } from '../support/unreliable-dialog';

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

const ERASED = /^erased: a chat of (\d+) entries, (20\S+Z), receipt ([\w-]{43})\n/;

describe.each(DATABASES)("the erasure of a person's chats on %s", (name, makeDatabase) => {
  let database: ReturnType<typeof newDatabase>;
  let dataDir: string;
  let desk: TestDesk;
  let api: ChatApi;
  let session: StartedSession;

  const start = async (options: DeskOptions = {}): Promise<void> => {
    desk = await startDesk({ dataDir, settings: { MONGODB_URI: database.uri }, ...options });
    api = new ChatApi(desk.url);
  };
  /** Runs a built command beside the service, with some words on its input. */
  const command = (args: readonly string[], input: string): Promise<Ended> =>
    new Promise((resolve, reject) => {
      const env = { ...process.env, DATA_DIR: dataDir, MONGODB_URI: database.uri };
      const [file, ...others] = args;
      const child = spawn(process.execPath, [`dist/src/commands/${file}.js`, ...others], { env });
      let [out, err] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
      child.on('error', reject).on('close', (status) => resolve({ status, out, err }));
      child.stdin.end(input);
    });
  const erase = (): Promise<Ended> => command(['person', 'erase-now'], session.conversationId);
  const place = () => ({ dataDir, mongodbUri: database.uri || undefined, encryptionKeys: undefined });
  /** What is left of the chat, and its receipt. */
  const left = async () => {
    const store = await openToRead(place());
    const { conversationId } = session;
    const conversation = await store.get(CONVERSATIONS, conversationId);
    const entries = await store.find(ENTRIES, { index: 'by-sequence', equals: { conversationId }, limit: 99 });
    const [receipt] = await store.find(DELETION_RECEIPTS, { index: 'by-time', limit: 1 });
    await store.close();
    return { conversation: conversation?.body, entries: entries.length, receipt };
  };

  beforeEach(async () => {
    database = makeDatabase();
    dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
    await start();
    session = await api.start();
  });
  afterEach(async () => {
    await desk.stop();
    await database.drop();
    rmSync(dataDir, { recursive: true });
  });

  it('tells first what it would do, and does nothing', async () => {
    await api.say(session, 'how long do you keep calls');

    const { status, out } = await command(['person', 'erase'], session.conversationId);

    expect([status, out]).toEqual([0, 'would be erased: a chat, with all that belongs to it\n']);
    expect((await api.transcript(session)).length).toBeGreaterThan(2);
  });

  it('erases a chat that is open, gives its receipt, and leaves others alone', async () => {
    const other = await api.start();
    for (const one of [session, other]) await api.say(one, 'how long do you keep calls');
    const { length } = await api.transcript(session);

    const { status, out, err } = await erase();

    expect([status, err]).toEqual([0, '']);
    const [, entries, deletedAt, number] = ERASED.exec(out) ?? [];
    const { conversation, entries: kept, receipt } = await left();
    expect([conversation, kept]).toEqual([undefined, 0]);
    expect(receipt).toMatchObject({ id: number, body: { reason: 'erasure', state: 'deleted', deletedAt } });
    expect(Number(entries)).toBe(length);
    expect((await api.say(session, 'are you there')).status).toBeGreaterThanOrEqual(400);
    expect(await api.transcript(other)).toHaveLength(length);
    expect(out).not.toContain(session.conversationId);
  });

  it('waits for a turn that is under way, of which nothing is left either', async () => {
    await desk.stop();
    const dialog = new UnreliableDialog();
    await start({ rootDialog: dialog });
    session = await api.start();
    const posting = api.say(session, 'hang on');
    await eventually('the message is stored', async () => (await left()).entries > 1);

    const erasing = erase();
    await eventually('it is marked', async () => (await left()).conversation?.beingDeleted === 'erasure');
    await dialog.letGo();
    await posting;

    expect((await erasing).out).toMatch(ERASED);
    expect(await left()).toMatchObject({ conversation: undefined, entries: 0 });
  });

  it('leaves a chat that a hold keeps as it is', async () => {
    await api.say(session, 'how long do you keep calls');
    const review = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const hold = ['hold', 'conversation', session.conversationId, '--reason', 'legal_claim', '--matter', 'M 1'];
    const held = await command(['retention', ...hold, '--by', 'Ada', '--review', review], '');
    expect(held.status).toBe(0);

    const { out } = await erase();

    expect(out).toMatch(/^kept by the hold h[0-9a-f]{10}\n/);
    expect((await api.say(session, 'are you there')).status).toBe(200);
  });

  it('leaves a chat that an open access request is about, and tells what else stays', async () => {
    await api.say(session, 'I want a copy of my data');

    const { out } = await erase();

    expect(out).toMatch(
      /^kept by the request \w{4}-\w{3}\nstays: records of requests \(1\), until content\/retention.yaml/,
    );
    expect((await left()).entries).toBeGreaterThan(2);
  });

  it('says that there is nothing to erase of somebody who was never here', async () => {
    expect((await command(['person', 'erase-now'], 'nobody@example.org')).out).toBe('there is no chat to erase\n');
  });

  it('needs no service where it has the data folder alone; elsewhere the chat is hidden until the service runs', async () => {
    await desk.stop();

    const { out } = await erase();

    if (name === 'SQLite') expect(out).toMatch(ERASED);
    else expect(out).toBe('hidden: a chat that the service erases when it runs\n');
    await start();
    await eventually('it is gone', async () => (await left()).conversation === undefined);
    expect((await left()).entries).toBe(0);
  }, 100_000);
});
