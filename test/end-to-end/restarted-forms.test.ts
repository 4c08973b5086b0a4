import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ChatApi, isFromBot, textsOf, type StartedSession, type WireActivity } from '../support/chat-api';
import { readTables } from '../support/database-file';
import { freePort, startDesk } from '../support/desk-server';
import { eventually } from '../support/eventually';
import { FormWindow } from '../support/form-window';
import { ManualClock } from '../support/manual-clock';

/** What is said, or where it is read, and what is answered. */
const LINES: readonly (readonly [string, RegExp])[] = [
  ['I want a copy of my data', /We have recorded this[^]*Question 1/],
  ['Me', /^Question 2/],
  ['everything', /^Question 3/],
  ['send', /^To answer you we need one way to reply/],
  ['dave@example.org', /Is it safe/],
  ['send', /Check your answers/],
  ['Change which information', /^Question 2/],
  ['repairs and calls', /^Changed: Which information is now “repairs and calls”/],
  ['Cancel request', /^What should we do with your request/],
  ['Go back to the question', /^Then we carry on[^]*Check your answers/],
  ['keep it', /^We keep your request/],
  ['how is my request', /^Request <reference>/],
  ['<reference>', /^If there is a request with that reference/],
  ['<code>', /^Request <reference>[^]*Its questions are not finished/],
  ['Add something', /^What should we add/],
  ['I also lived in Elm Road', /^That is added/],
  ['Carry on with the questions', /^Then we carry on[^]*Which company/],
  ['Sovereign Network Group', /Is it safe/],
  ['send', /Check your answers/],
  ['send', /^We have your request[^]*<reference>/],
  ['Withdraw my request', /^Should we withdraw request <reference>/],
  ['Yes, withdraw it', /^Request <reference> is withdrawn/],
];

interface Chat {
  /** What was answered, the welcome first. */
  readonly texts: readonly (string | undefined)[];
  readonly cases: unknown;
}

describe('a service that is restarted before every message of a form', () => {
  const clock = new ManualClock('2026-11-23T10:00:00Z');
  const folders: string[] = [];
  let undisturbed: Chat;
  let restarted: Chat;

  beforeAll(async () => {
    undisturbed = await haveChat(() => false);
    restarted = await haveChat(() => true);
  }, 120_000);
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

  async function haveChat(isRestarted: () => boolean): Promise<Chat> {
    const dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
    folders.push(dataDir);
    const port = await freePort();
    let desk = await startDesk({ dataDir, port, clock });
    const api = new ChatApi(desk.url);
    const session = await api.start();
    const window = new FormWindow(api, session);
    for (const [at, [line]] of LINES.entries()) {
      const text = await read(line, dataDir);
      if (isRestarted()) {
        await desk.stop();
        desk = await startDesk({ dataDir, port, clock });
      }
      await window.say(text, `line ${at}`);
    }
    const chat = await chatOf(api, session, dataDir);
    await desk.stop();
    return chat;
  }

  it.each(LINES.map(([line, answer], at) => [line, at + 1, answer] as const))(
    'says the same to "%s"',
    (_line, at, answer) => {
      expect(restarted.texts[at]).toMatch(answer);
      expect(restarted.texts[at]).toBe(undisturbed.texts[at]);
    },
  );

  it('has the same case', () => {
    expect(restarted.cases).toEqual(undisturbed.cases);
    expect(restarted.texts).toHaveLength(LINES.length + 1);
  });
});

/** What a person reads where it stands. */
async function read(line: string, dataDir: string): Promise<string> {
  if (line === '<reference>') return referenceIn(dataDir);
  if (line !== '<code>') return line;
  await eventually('the code has come', () => codeIn(dataDir) !== undefined);
  return codeIn(dataDir) ?? '';
}

const referenceIn = (dataDir: string): string => (readTables(dataDir).cases?.[0]?.body.reference ?? '') as string;

function codeIn(dataDir: string): string | undefined {
  const names = readdirSync(dataDir).includes('outbox') ? readdirSync(join(dataDir, 'outbox')) : [];
  const mails = names.map((name) => readFileSync(join(dataDir, 'outbox', name), 'utf8'));
  return mails.flatMap((mail) => /code is (\d{6})/.exec(mail)?.[1] ?? [])[0];
}

async function chatOf(api: ChatApi, session: StartedSession, dataDir: string): Promise<Chat> {
  const own = referenceIn(dataDir);
  const said: WireActivity[] = (await api.transcript(session)).filter(isFromBot);
  const cases = (readTables(dataDir).cases ?? []).map(({ body: { facts, words, timeline, state } }) => ({
    ...{ facts, state, words: (words as readonly { readonly text: string }[]).map(({ text }) => text) },
    timeline: (timeline as readonly { readonly what: string }[]).filter(({ what }) => what !== 'done'),
  }));
  return { texts: textsOf(said).map((text) => text?.replaceAll(own, '<reference>')), cases };
}
