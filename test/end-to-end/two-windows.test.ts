import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Case } from '../../src/rights/case';
import { ChatApi, isFromBot, type WireActivity } from '../support/chat-api';
import { readTables } from '../support/database-file';
import { startDesk, type TestDesk } from '../support/desk-server';
import { FormWindow, questionOf } from '../support/form-window';
import { createRandom } from '../support/random';

const SEED = 20261123;
const CHATS = 12;
/** Messages of one chat, from both windows together. */
const MESSAGES = 24;

/** Questions of an access request for oneself, in the order in which they are asked. */
const ORDER = ['subject', 'which', 'company', 'reply', 'safe', 'name', 'place', 'help', 'urgent-date'];

const COMPANIES = { 'Sovereign Network Group': 'sng', 'Sovereign Network Homes': 'snh', 'I am not sure': 'unsure' };
const SAFE = { 'Yes, it is safe': 'yes', 'No, someone else could read or answer it': 'no' };

interface Answer {
  readonly text: string;
  /** What is stored of it. */
  readonly value: string;
}

/** An answer to each question that nobody could take for one to another; `number` makes it an answer of its own. */
const ANSWERS: Readonly<Record<string, (number: number) => Answer>> = {
  subject: () => ({ text: 'Me', value: 'me' }),
  which: (number) => same(`the repairs file number ${number}`),
  company: (number) => oneOf(COMPANIES, number),
  reply: (number) => same(`dave${number}@example.org`),
  safe: (number) => oneOf(SAFE, number),
  name: (number) => same(`Dave ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(number % 26)}. Bloggs`),
  place: (number) => same(`RG${(number % 40) + 10} 4FA`),
  help: (number) => same(`large print of ${number} points`),
  'urgent-date': (number) => same(`court on ${(number % 28) + 1} March`),
};

const same = (text: string): Answer => ({ text, value: text });

function oneOf(options: Readonly<Record<string, string>>, number: number): Answer {
  const entries = Object.entries(options);
  const [text = '', value = ''] = entries[number % entries.length] ?? [];
  return { text, value };
}

const fieldOf = (question: string): string => (question === 'reply' ? 'email' : question);

/** What one window answered to which question, by the id of its message. */
type Given = ReadonlyMap<string, { readonly question: string; readonly answer: Answer }>;

interface Chat {
  readonly transcript: readonly WireActivity[];
  readonly given: Given;
  readonly cases: readonly Case[];
}

/** Nothing that one window is told may be lost because another one is open. */
describe('two windows that fill in the same form at once', () => {
  const random = createRandom(SEED);
  const chats: Chat[] = [];
  let dataDir: string;
  let desk: TestDesk;
  let api: ChatApi;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
    desk = await startDesk({ dataDir });
    api = new ChatApi(desk.url);
    for (let number = 0; number < CHATS; number++) chats.push(await haveChat());
  }, 120_000);
  afterAll(async () => {
    await desk.stop();
    rmSync(dataDir, { recursive: true });
  });

  /** Both windows answer what they show; now one after the other, now at once, and one may not have looked for a while. */
  async function haveChat(): Promise<Chat> {
    const session = await api.start();
    const windows = [new FormWindow(api, session), new FormWindow(api, session)];
    await windows[0]?.say('I want a copy of my data', 'raised');
    for (const window of windows) await window.look();
    const given = new Map<string, { question: string; answer: Answer }>();
    while (given.size < MESSAGES) {
      const speaking = windows.filter(() => random() < 0.7);
      await Promise.all(
        speaking.map(async (window) => {
          const { question } = window;
          const answer = question === undefined ? undefined : ANSWERS[question]?.(given.size);
          if (question === undefined || !answer) return;
          const id = `answer ${given.size}`;
          given.set(id, { question, answer });
          await window.post(answer.text, id);
        }),
      );
      for (const window of windows) if (random() < 0.5) await window.look();
      if (windows.every(({ question }) => question === undefined)) break;
    }
    for (const window of windows) await window.look();
    await Promise.all(windows.map((window, at) => window.post('Send my request', `sent ${at}`)));
    const all = (readTables(dataDir).cases ?? []).map(({ body }) => body as unknown as Case);
    const cases = all.filter(({ conversationId }) => conversationId === session.conversationId);
    return { transcript: await api.transcript(session), given, cases };
  }

  it('keep one case each, of which one receipt is given', () => {
    for (const { transcript, cases } of chats) {
      expect(cases.map(({ matter, state }) => [matter, state.name])).toEqual([['access', 'sent']]);
      const receipts = transcript.filter(({ channelData }) => channelData?.reply?.form?.kind === 'receipt');
      expect(receipts).toHaveLength(1);
    }
  });

  it('answer each the question that they show; the later answer counts, and each stands once in the timeline', () => {
    for (const { transcript, given, cases } of chats) {
      const [one] = cases;
      const facts = Object.entries(one?.facts ?? {}).map(([field, { value }]) => [field, value]);
      const told = one?.timeline.flatMap(({ what, about }) => (what === 'told' ? [about] : []));
      expect<object>({ facts: Object.fromEntries(facts) as object, told }).toEqual(
        tellAll(answersIn(transcript, given)),
      );
    }
  });

  it('are never led back to a question before the one that was asked, but for another address, which has to be safe, too', () => {
    for (const { transcript } of chats) {
      const asked = transcript.filter(isFromBot).flatMap((activity) => questionOf(activity) ?? []);
      const places = asked.filter((question) => question !== 'safe').map((question) => ORDER.indexOf(question));
      expect(places).toEqual([...places].sort((one, other) => one - other));
    }
  });

  it('were at times both answered in one go, and showed an old question', () => {
    const stale = chats.flatMap(({ transcript, given }) => staleIn(transcript, given));
    expect(stale.length).toBeGreaterThan(CHATS);
  });
});

/** What is told in the end, and each field as often as its answer was another one. */
function tellAll(answers: ReturnType<typeof answersIn>) {
  const facts: Record<string, string> = {};
  const told: string[] = [];
  for (const { question, answer } of answers) {
    const field = fieldOf(question);
    if (facts[field] === answer.value) continue;
    told.push(field);
    facts[field] = answer.value;
    if (field === 'email') delete facts.safe;
  }
  return { facts, told };
}

/** What was answered, in the order in which the service took it. */
function answersIn(transcript: readonly WireActivity[], given: Given) {
  return transcript.flatMap(({ channelData }) => given.get(channelData?.clientActivityID ?? '') ?? []);
}

/** Answers to another question than the one that was asked last. */
function staleIn(transcript: readonly WireActivity[], given: Given): string[] {
  let asked: string | undefined;
  return transcript.flatMap((activity) => {
    if (isFromBot(activity)) asked = questionOf(activity) ?? asked;
    const answer = given.get(activity.channelData?.clientActivityID ?? '');
    return answer && answer.question !== asked ? [answer.question] : [];
  });
}
