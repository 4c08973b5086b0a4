import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Case } from '../../src/rights/case';
import { SqliteDocumentStore } from '../../src/storage/sqlite/sqlite-document-store';
import { BreakingStore, type Breaking } from '../support/breaking-store';
import { ChatApi, type StartedSession, type WireActivity } from '../support/chat-api';
import { readTables, type Row } from '../support/database-file';
import { questionOf } from '../support/form-window';
import { ManualClock } from '../support/manual-clock';
import { loadDeskParts, serveDesk, type ServedDesk } from '../support/served-desk';

type Tables = Record<string, Row[]>;

/** What a person can read elsewhere: what is stored, and the mails that came. */
interface Elsewhere {
  readonly tables: Tables;
  readonly mails: readonly string[];
}

/** Something that is said, or where it is read. */
type Line = string | ((elsewhere: Elsewhere) => string);

const reference: Line = ({ tables: { cases = [] } }) => cases[0]?.body.reference as string;
const code: Line = ({ mails }) => mails.flatMap((mail) => /code is (\d{6})/.exec(mail)?.[1] ?? [])[0] ?? '';

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
  const turns = lines.map((line, at) => [typeof line === 'string' ? line : line.name, at] as const);
  let folder: string;
  let desk: ServedDesk;
  /** The process that is started after the one that has died. */
  let next: ServedDesk;
  let session: StartedSession;

  /** The whole conversation without a fault, and what is stored before and after each turn. */
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'privacy-desk-broken-'));
    const parts = await loadDeskParts(clock);
    desk = await serveDesk(parts, { store: breaking, clock, dataDir: folder });
    next = await serveDesk(parts, { store: steady, clock, dataDir: folder });
    await inFolder('whole', async (store) => {
      steady.use(store);
      session = await new ChatApi(next.url).start();
    });
    for (const [at, line] of lines.entries()) {
      cpSync(join(folder, 'whole'), join(folder, `before ${at}`), { recursive: true });
      const tables = readTables(join(folder, 'whole'));
      const text = typeof line === 'string' ? line : line({ tables, mails: mailsIn(folder) });
      said.push({ text, answers: shownIn(tables) });
      await inFolder('whole', async (store) => {
        steady.use(store);
        await turn(next, at);
      });
      after.push(readTables(join(folder, 'whole')));
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

  /** Says a line, and has everything done that follows from it. @returns the status that the client gets */
  async function turn({ url, service }: ServedDesk, at: number, id = `line ${at}`): Promise<number> {
    const { text, answers } = said[at] ?? {};
    const activity = { type: 'message', text, channelData: { clientActivityID: id, answers } };
    const { status } = await new ChatApi(url).post(session, activity);
    await service.caseWork.run();
    await service.sender.run();
    return status;
  }

  /** Breaks a turn at each of its writes, every time in a copy of what was stored before. @returns what is stored then */
  async function breakEach(at: number, how: Breaking, then: (status: number, copy: string) => Promise<unknown>) {
    const left: Tables[] = [];
    for (let write = 1; ; write++) {
      const copy = `${how} ${at} ${write}`;
      cpSync(join(folder, `before ${at}`), join(folder, copy), { recursive: true });
      await inFolder(copy, async (store) => {
        breaking.use(store, { at: write, how });
        const status = await turn(desk, at);
        steady.use(store);
        if (breaking.writes >= write) await then(status, join(folder, copy));
      });
      if (breaking.writes < write) return left;
      left.push(readTables(join(folder, copy)));
    }
  }

  it.each(turns)('finds the same as ever after "%s", wherever the process died in its turn', async (_line, at) => {
    const left = await breakEach(at, 'dies', () => turn(next, at));

    expect(left.length).toBeGreaterThan(3);
    expect(left.map(everything)).toEqual(left.map(() => everything(after[at] ?? {})));
  });

  it.each(turns)('has a case that is right after "%s" was said again, whichever write failed', async (_line, at) => {
    for (const how of ['fails-once', 'loses-answer'] as const) {
      const left = await breakEach(at, how, async (status, copy) => {
        // As clients do: what was not taken comes once more, and after an apology the person says it again.
        if (status !== 200) await turn(next, at);
        if (isApology(readTables(copy))) await turn(next, at, `line ${at} again`);
        await next.service.caseWork.run();
      });

      expect(left.length).toBeGreaterThan(3);
      expect(left.map(casesIn)).toEqual(left.map(() => casesIn(after[at] ?? {})));
      expect(left.map(shownIn)).toEqual(left.map(() => shownIn(after[at] ?? {})));
    }
  });
});

const lastReply = ({ entries = [] }: Tables): WireActivity | undefined =>
  entries.map(({ body }) => body.activity as WireActivity).findLast(({ channelData }) => channelData?.reply);

/** The question that stands last in the chat. */
function shownIn(tables: Tables): string | undefined {
  const last = lastReply(tables);
  return last && questionOf(last);
}

const isApology = (tables: Tables): boolean => lastReply(tables)?.channelData?.reply?.kind === 'failure';

function mailsIn(folder: string): readonly string[] {
  const outbox = join(folder, 'outbox');
  return existsSync(outbox) ? readdirSync(outbox).map((name) => readFileSync(join(outbox, name), 'utf8')) : [];
}

/** All that is stored. Of mails, that there are these: whether they are sent is another matter. */
function everything({ outbox = [], ...tables }: Tables): unknown {
  return named(tables.cases, { ...tables, outbox: outbox.map(({ id }) => id) });
}

/** What cases hold, whichever message has told it. */
function casesIn({ cases = [] }: Tables): unknown {
  const bodies = cases.map(({ body }) => body as unknown as Case).sort((a, b) => (a.matter < b.matter ? -1 : 1));
  return named(
    cases,
    bodies.map(({ matter, family, facts, passedOver, state, words, timeline, toDo }) => ({
      ...{ matter, family, facts, passedOver, state, timeline, toDo },
      words: words.map(({ text }) => text),
    })),
  );
}

/** With another name for each reference, since those are other ones each time. */
function named(cases: readonly Row[] = [], value: unknown): unknown {
  const byId = [...cases].sort((one, other) => (one.id < other.id ? -1 : 1));
  const text = byId
    .map(({ body }) => body.reference as string)
    .reduce((before, one, at) => before.replaceAll(one, `case ${at + 1}`), JSON.stringify(value));
  return JSON.parse(text);
}
