import { createConnection } from 'mongoose';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { ChatApi } from '../support/chat-api';
import { readStoredTables, readTables } from '../support/database-file';
import { startDesk } from '../support/desk-server';
import { MONGODB_URI, newDatabase } from '../support/engines';
import { eventually } from '../support/eventually';
import { FormWindow } from '../support/form-window';
import { PageVisitor } from '../support/page-visitor';
import { filesIn, tracesIn } from '../support/traces';

/** Words of a person that stand nowhere else. */
const SAID = [
  'Featherstonehaugh',
  'quillon@pettifer.example',
  '07700 900456',
  '+447700900456',
  'Marmalade Terrace',
  'porcelain giraffe',
  'wallaby census',
];

const FORM_IN_CHAT = [
  'Please send me a copy of my file, it is about the porcelain giraffe',
  'Me',
  'everything about the wallaby census',
  'send',
  'quillon@pettifer.example',
  'yes',
  'Quillon Featherstonehaugh',
  'send',
];

/** Has a chat with a whole form, makes requests on pages, and leaves mail of all of it. @returns the references */
async function useEverything(url: string): Promise<readonly string[]> {
  const api = new ChatApi(url);
  const session = await api.start();
  await api.say(session, 'my name is Quillon Featherstonehaugh of 4 Marmalade Terrace, how long do you keep my calls');
  await api.say(session, 'do you sell a porcelain giraffe');
  await api.rate(session, (await api.transcript(session)).at(-1)?.id, false);
  const window = new FormWindow(api, session);
  for (const [at, line] of FORM_IN_CHAT.entries()) await window.say(line, `line ${at}`);

  const page = new PageVisitor(url);
  await (await page.open('/request')).send({ want: ['access', 'opt_out_surveys'], words: 'the wallaby census' });
  await page.send(answersTo(page), 'send');
  expect(page.problems).toEqual([]);
  const asked = new PageVisitor(url);
  await (await asked.open('/request/status')).send({ reference: page.references[0] ?? '' });
  return page.references;
}

function answersTo({ fields }: PageVisitor): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const { name, type, value } of fields) {
    if (type === 'hidden' || type === 'checkbox' || name in answers) continue;
    answers[name] = { radio: value, email: SAID[1], tel: SAID[2] }[type] ?? `${SAID[0]}, 4 ${SAID[4]}`;
  }
  return answers;
}

describe('who has a copy of everything that is kept, and not the keys', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  /** Nobody is there to take mails, so that they wait: one that is sent has no words left that could be found. */
  const settings = {
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'Desk <desk@example.org>',
    OPT_OUT_WEBHOOK_URL: 'http://127.0.0.1:9/opt-outs',
    OPT_OUT_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32).toString('base64')}`,
  };
  const command = async (name: string, ...args: readonly string[]): Promise<string> => {
    const env = { ...process.env, MONGODB_URI: '', DATA_DIR: dataDir };
    return (await promisify(execFile)(process.execPath, [`dist/src/commands/${name}.js`, ...args], { env })).stdout;
  };

  it('reads nothing of a person in the files of SQLite, nor in a backup', async () => {
    const desk = await startDesk({ dataDir, settings });
    const references = await useEverything(desk.url);
    const isSuppressed = (): boolean => (readTables(dataDir)['opt-outs'] ?? []).length > 0;
    await eventually('the opt-out is on the list', isSuppressed);
    const whileRunning = filesIn(dataDir, /^desk\.db/);
    await desk.stop();
    await command('backup', join(dataDir, 'copy.db'));

    const words = [...SAID, ...references];
    const opened = Buffer.from(JSON.stringify(readTables(dataDir)));
    expect(tracesIn(opened, words)).toHaveLength(words.length);
    for (const bytes of [whileRunning, filesIn(dataDir, /^(desk|copy)\.db/)]) {
      expect(bytes.length).toBeGreaterThan(50_000);
      expect(tracesIn(bytes, words)).toEqual([]);
    }
    const filled = Object.entries(readStoredTables(dataDir)).filter(([, rows]) => rows.length > 0);
    expect(filled.map(([name]) => name)).toEqual(expect.arrayContaining(EVERY_KIND));
  });

  (MONGODB_URI === '' ? it.skip : it)('reads nothing of a person in a dump of MongoDB', async () => {
    const database = newDatabase();
    const desk = await startDesk({ dataDir, settings: { ...settings, MONGODB_URI: database.uri } });
    const references = await useEverything(desk.url);
    const connection = await createConnection(database.uri).asPromise();
    const dump = async (): Promise<string> => {
      const names = (await connection.listCollections()).map(({ name }) => name);
      const texts = names.map(
        async (name) => `${name} ${JSON.stringify(await connection.collection(name).find().toArray())}`,
      );
      return (await Promise.all(texts)).join('\n');
    };
    await eventually('the opt-out is on the list', async () => /opt-outs \[\{/.test(await dump()));
    await desk.stop();

    const everything = await dump();
    await connection.close();
    await database.drop();
    expect(tracesIn(Buffer.from(everything), [...SAID, ...references])).toEqual([]);
    for (const kind of EVERY_KIND) expect(everything).toContain(`${kind} [{`);
  });
});

describe('the search for traces', () => {
  it.each(['utf8', 'utf16le', 'hex', 'base64', 'base64url'] as const)(
    'finds words as %s, wherever they begin',
    (form) => {
      for (const before of ['', 'a', 'ab', 'abc']) {
        const text = Buffer.from(`${before}wallaby census, and more`);
        const written =
          form === 'utf8' || form === 'utf16le' ? Buffer.from(text.toString(), form) : Buffer.from(text.toString(form));
        expect(tracesIn(written, ['wallaby census', 'porcelain'])).toHaveLength(1);
      }
    },
  );
});

/** Where something of a person has come to in these tests. */
const EVERY_KIND = ['conversations', 'entries', 'bot-state', 'questions-to-review', 'cases', 'opt-outs', 'outbox'];
