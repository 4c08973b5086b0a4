import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { COLLECTIONS } from '../../src/collections';
import { openRaw } from '../../src/storage/open-storage';
import { countByKey } from '../../src/storage/sealed/count-by-key';
import { ChatApi, isFromBot, textsOf } from '../support/chat-api';
import { startDesk, type TestDesk } from '../support/desk-server';
import { EchoDialog } from '../support/echo-dialog';
import { DATABASES, type newDatabase } from '../support/engines';
import { eventually } from '../support/eventually';

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

describe.each(DATABASES)('the keys command on %s', (_name, makeDatabase) => {
  let database: ReturnType<typeof newDatabase>;
  let dataDir: string;
  let desk: TestDesk;
  const start = async (): Promise<void> => {
    desk = await startDesk({ dataDir, rootDialog: new EchoDialog(), settings: { MONGODB_URI: database.uri } });
  };
  /** Runs the built command, as `npm run keys` does, beside the service. */
  const keys = (...args: readonly string[]): Promise<Ended> =>
    new Promise((resolve, reject) => {
      const env = { ...process.env, DATA_DIR: dataDir, MONGODB_URI: database.uri };
      const child = spawn(process.execPath, ['dist/src/commands/keys.js', ...args], { env });
      let [out, err] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
      child.on('error', reject).on('close', (status) => resolve({ status, out, err }));
    });
  const file = (): string => readFileSync(join(dataDir, 'encryption.keys'), 'utf8');
  const idsInFile = (): string[] => [...file().matchAll(/^(k[0-9a-f]{8}):/gm)].map(([, id = '']) => id);

  beforeEach(async () => {
    database = makeDatabase();
    dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
    await start();
  });
  afterEach(async () => {
    await desk.stop();
    await database.drop();
    rmSync(dataDir, { recursive: true });
  });

  it('tells how many documents need which key, and prints none', async () => {
    const api = new ChatApi(desk.url);
    await api.say(await api.start(), 'hello');

    const { status, out, err } = await keys('status');

    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/^documents by key:\n {2}k[0-9a-f]{8} +[1-9]\d* +seals\nnot sealed: 0\n$/);
    const secret = file().trim().split(':')[1] ?? '';
    expect(secret).toHaveLength(43);
    expect(out).not.toContain(secret);
  });

  it.each([[], ['turn'], ['rotate', 'now']])('says that it is not clear what to do: %s', async (...args) => {
    expect(await keys(...args)).toEqual({
      status: 2,
      out: '',
      err: 'It is not clear what to do.\n--help shows how to ask.\n',
    });
  });

  it('rotates them in the middle of chats, of which no word is lost or said twice', async () => {
    const api = new ChatApi(desk.url);
    const sessions = await Promise.all([1, 2, 3].map(() => api.start()));
    const [old = ''] = idsInFile();
    const rotation = { isOver: false };
    const said = sessions.map((): string[] => []);
    const talk = async (at: number): Promise<void> => {
      const [session, own] = [sessions[at], said[at]];
      while (session && own && !rotation.isOver) {
        const text = `message ${own.length} of chat ${at}`;
        const { status } = await api.say(session, text, text);
        if (status === 200) own.push(text);
      }
    };
    const talks = Promise.all(sessions.map((_, at) => talk(at)));
    const enough = (more: number) =>
      eventually('everybody has said something', () => said.every(({ length }) => length > more));
    await enough(2);

    const rotating = keys('rotate');
    await eventually('there is a new key', () => idsInFile().length === 2);
    const second = await keys('rotate');
    const { status, out, err } = await rotating;
    rotation.isOver = true;
    await talks;

    const [now] = idsInFile();
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(new RegExp(`^sealed anew: \\d+\nseals: ${now}\ndropped: ${old}\n$`));
    expect(idsInFile()).toEqual([now]);
    expect(second).toEqual({ status: 1, out: '', err: 'the keys are being rotated already\n' });
    await desk.stop();
    await start();
    const after = new ChatApi(desk.url);
    for (const [at, session] of sessions.entries()) {
      const all = (await after.transcript(session)).filter(({ text }) => text?.startsWith('message'));
      const [echoes, messages] = [all.filter(isFromBot), all.filter((one) => !isFromBot(one))];
      expect([textsOf(messages), textsOf(echoes)]).toEqual([said[at], said[at]]);
    }
    const { engine } = await openRaw({ dataDir, mongodbUri: database.uri || undefined, encryptionKeys: undefined });
    const { byKey, inClear } = await countByKey(engine, COLLECTIONS);
    await engine.close();
    expect([[...byKey.keys()], inClear]).toEqual([[now], 0]);
  }, 90_000);
});
