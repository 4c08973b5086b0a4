import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { SqliteDocumentStore } from '../../src/storage/sqlite/sqlite-document-store';
import { BreakingStore, type Breaking } from '../support/breaking-store';
import { ChatApi, type StartedSession, type WireActivity } from '../support/chat-api';
import { readTables, type Row } from '../support/database-file';
import { questionOf } from '../support/form-window';
import { ManualClock } from '../support/manual-clock';
import { loadDeskParts, serveDesk, type ServedDesk } from '../support/served-desk';

type Tables = Record<string, Row[]>;

/** Something that is said; what a person reads somewhere first, such as a code, is read from what is stored. */
type Line = string | ((tables: Tables) => string);

/** The reference of the case that was recorded first. */
const reference: Line = ({ cases = [] }) => cases[0]?.body.reference as string;

/** The code that waits to be mailed. */
const code: Line = ({ outbox = [] }) =>
  outbox.flatMap(({ body }) => /\b\d{6}\b/.exec((body.message as { readonly text?: string }).text ?? '') ?? [])[0] ?? '';

const CONVERSATIONS: Readonly<Record<string, readonly Line[]>> = {
  'asks for two things at once, and puts an address right': [
    'I want a copy of my data and please delete everything you hold about me',
    'Me',
    'everything',
    'dave@example.org',
    'Yes, now',
    'sorry my email is dave.bloggs@example.org',
    'skip',
    'Yes, it is safe',
    'Send my request',
    'Send my request',
  ],
  'asks for one thing, and for another beside it': [
    'I want a copy of my data',
    'Somebody else',
    'actually its for myself',
    'and please delete everything you hold about me',
    'start again',
    'my name is dave and you can ring me on 07700 900123',
    'Cancel request',
    'Withdraw my request',
    'thank you',
  ],
  'looks a case up, adds to it and withdraws it': [
    'I want a copy of my data. My email is dave@example.org',
    'keep it',
    'how is my request',
    reference,
    '000000',
    code,
    'Add something',
    'I also lived in Elm Road',
    'Withdraw my request',
    'Yes, withdraw it',
  ],
};

describe.each(Object.entries(CONVERSATIONS))('a person who %s', (_who, lines) => {
  const clock = new ManualClock('2026-11-23T10:00:00Z');
  const breaking = new BreakingStore();
  const steady = new BreakingStore();
  const after: Tables[] = [];
  const said: { readonly text: string; readonly answers: string | undefined }[] = [];
  let folder: string;
  let desk: ServedDesk;
  /** The process that is started after the one that has died. */
  let next: ServedDesk;
  let session: StartedSession;

  /** The whole conversation without a fault, and what is stored before and after each turn. */
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'privacy-desk-broken-'));
    const parts = await loadDeskParts(clock);
    desk = await serveDesk(parts, { store: breaking, clock });
    next = await serveDesk(parts, { store: steady, clock });
    await inFolder('whole', async (store) => {
      steady.use(store);
      session = await new ChatApi(next.url).start();
    });
    for (const [at, line] of lines.entries()) {
      cpSync(join(folder, 'whole'), join(folder, `before ${at}`), { recursive: true });
      const tables = readTables(join(folder, 'whole'));
      said.push({ text: typeof line === 'string' ? line : line(tables), answers: shownIn(tables) });
      await inFolder('whole', async (store) => {
        steady.use(store);
        await turn(next, at);
      });
      after.push(normal(readTables(join(folder, 'whole'))));
    }
  }, 120_000);
  afterAll(async () => {
    await desk.close();
    await next.close();
    rmSync(folder, { recursive: true });
  });

  async function inFolder(name: string, use: (store: SqliteDocumentStore) => Promise<void>): Promise<void> {
    const store = SqliteDocumentStore.open(join(folder, name));
    await use(store).finally(() => store.close());
  }

  /** Says a line, and has everything done that follows from it. */
  async function turn({ url, service }: ServedDesk, at: number, id = `line ${at}`): Promise<void> {
    const { text, answers } = said[at] ?? {};
    await new ChatApi(url).post(session, { type: 'message', text, channelData: { clientActivityID: id, answers } });
    await service.caseWork.run();
  }

  /** Breaks a turn at each of its writes, every time in a copy of what was stored before. @returns what is stored then */
  async function breakEach(at: number, how: Breaking, then: () => Promise<void>): Promise<Tables[]> {
    const left: Tables[] = [];
    for (let write = 1; ; write++) {
      const copy = `${how} ${at} ${write}`;
      cpSync(join(folder, `before ${at}`), join(folder, copy), { recursive: true });
      await inFolder(copy, async (store) => {
        breaking.use(store, { at: write, how });
        await turn(desk, at);
        steady.use(store);
        if (breaking.writes >= write) await then();
      });
      if (breaking.writes < write) return left;
      left.push(normal(readTables(join(folder, copy))));
    }
  }

  it.each(lines.map((line, at) => [typeof line === 'string' ? line : line.name, at] as const))(
    'finds the same as ever after "%s", wherever the process died in its turn',
    async (_line, at) => {
      const left = await breakEach(at, 'dies', () => turn(next, at));

      expect(left.length).toBeGreaterThan(3);
      for (const [index, tables] of left.entries()) expect([index + 1, tables]).toEqual([index + 1, after[at]]);
    },
  );
});

/** The question that the last thing said asks. */
function shownIn({ entries = [] }: Tables): string | undefined {
  const activities = entries.map(({ body }) => body.activity as WireActivity);
  const last = activities.at(-1);
  return last && questionOf(last);
}

/** What is stored, without what is another one each time. */
function normal(tables: Tables): Tables {
  const cases = [...(tables.cases ?? [])].sort((one, other) => (one.id < other.id ? -1 : 1));
  const references = cases.map(({ body }) => body.reference as string);
  const name = (text: string): string =>
    references.reduce((named, one, at) => named.replaceAll(one, `case ${at + 1}`), text);
  return JSON.parse(name(JSON.stringify(tables))) as Tables;
}
