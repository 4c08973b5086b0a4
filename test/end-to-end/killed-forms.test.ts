import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loadConfig } from '../../src/config';
import { createFileDelivery } from '../../src/mail/file-delivery';
import { OutboxSender } from '../../src/outbox/outbox-sender';
import type { Case } from '../../src/rights/case';
import { openSealedSqlite } from '../support/sealed-sqlite';
import { ChatApi, type WireActivity } from '../support/chat-api';
import { integrityOf, readTables } from '../support/database-file';
import { freePort } from '../support/desk-server';
import { eventually } from '../support/eventually';
import { FormWindow } from '../support/form-window';
import { ManualClock } from '../support/manual-clock';
import { createRandom } from '../support/random';
import { startRealServer, type RealServer } from '../support/real-server';
import { readMail, type ReceivedMail } from '../support/received-mail';
import { RecordingLogger } from '../support/recording-logger';

const SEED = 20261125;

const BOTH = [
  'I want a copy of my data and please delete everything you hold about me',
  'Me',
  'everything',
  'Yes, now',
  'No',
  'Sovereign Network Group',
  'dave@example.org',
  'Yes, it is safe',
  'its dave',
  'sorry my email is dave.bloggs@example.org',
  'rg21 4fa',
  'large print',
  'court on 3 March',
  'Yes, it is safe',
  'Send my request',
];

/** What BOTH tells, by matter. */
const FACTS = {
  access: {
    ...{ subject: 'me', which: 'everything', company: 'sng', email: 'dave.bloggs@example.org', safe: 'yes' },
    ...{ name: 'Dave', place: 'RG21 4FA', help: 'large print', 'urgent-date': 'court on 3 March' },
  },
  erasure: {
    ...{ subject: 'me', what: 'all', which: 'everything', tie: 'now', 'open-matter': 'no', company: 'sng' },
    ...{ email: 'dave.bloggs@example.org', safe: 'yes', name: 'Dave', place: 'RG21 4FA', help: 'large print' },
  },
};

const BESIDE = [
  'I want a copy of my data',
  'Somebody else',
  'actually its for myself',
  'and please delete everything you hold about me',
  'start again',
  'my name is dave and you can ring me on 07700 900123',
  'Me',
  'how long do you keep phone calls?',
  'everything',
  'Cancel request',
  'Go back to the question',
  'withdraw my request',
  'yes',
];

/** A person who says one thing after the other. */
class Person {
  readonly window: FormWindow;
  /** Posts that had no answer. */
  cut = 0;
  private said = 0;

  constructor(
    api: ChatApi,
    session: Awaited<ReturnType<ChatApi['start']>>,
    private readonly lines: readonly string[],
  ) {
    this.window = new FormWindow(api, session);
  }

  get isDone(): boolean {
    return this.said === this.lines.length;
  }

  /**
   * Says the next thing, until it is answered, under the same id each time.
   *
   * @param untilUp called after a call that had no answer; resolves once it is worth another try
   */
  async sayNext(untilUp: () => Promise<void>): Promise<void> {
    const text = this.lines[this.said];
    if (text === undefined) return;
    while (!(await this.post(text))) await untilUp();
    this.said += 1;
    while (!(await this.look())) await untilUp();
  }

  private async post(text: string): Promise<boolean> {
    const answer = await this.window.post(text, `line ${this.said}`).catch(() => undefined);
    if (answer?.status === 200) return true;
    this.cut += 1;
    return false;
  }

  private look(): Promise<boolean> {
    return this.window.look().then(
      () => true,
      () => false,
    );
  }
}

describe('forms in a service that is killed after every answer and in the middle of the next', () => {
  const random = createRandom(SEED);
  const dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
  let server: RealServer;
  let api: ChatApi;
  let answered: Person[];
  let cutOff: Person[];
  let undisturbed: Person[];

  beforeAll(async () => {
    const port = await freePort();
    const start = () => startRealServer({ dataDir, port, settings: { ENCODER: 'off' } });
    const person = async (lines: readonly string[]) => new Person(api, await api.start(), lines);
    server = await start();
    api = new ChatApi(server.url);
    answered = [await person(BOTH), await person(BESIDE)];
    cutOff = [await person(BOTH), await person(BOTH), await person(BESIDE)];
    undisturbed = [await person(BOTH), await person(BESIDE)];
    const everybody = [...answered, ...cutOff];

    while (everybody.some(({ isDone }) => !isDone)) {
      // These have their answers when the process dies, and those wait for theirs.
      let began = Date.now();
      for (const one of answered) {
        began = Date.now();
        await one.sayNext(never);
      }
      const turnMs = Date.now() - began;
      const restarted = signal();
      const talks = cutOff.map((one) => one.sayNext(() => restarted.promise));
      await new Promise((resolve) => setTimeout(resolve, random() * turnMs));
      await server.end('SIGKILL');
      server = await start();
      restarted.send();
      await Promise.all(talks);
    }
    for (const one of undisturbed) while (!one.isDone) await one.sayNext(never);
    await eventually('everything is done about the cases', () => casesIn(dataDir).every(isDone));
    await server.end('SIGTERM');
    await sendLeftMail(dataDir);
  }, 300_000);
  afterAll(async () => {
    await server.end('SIGKILL');
    rmSync(dataDir, { recursive: true });
  });

  const casesOf = ({ window }: Person): Case[] =>
    casesIn(dataDir).filter(({ conversationId }) => conversationId === window.session.conversationId);
  const people = () => [...answered, ...cutOff];

  it('were interrupted in the middle of turns', () => {
    expect(cutOff.reduce((sum, { cut }) => sum + cut, 0)).toBeGreaterThan(BOTH.length / 2);
  });

  it('have one case for each matter, with exactly what was told', () => {
    for (const person of [answered[0], cutOff[0], cutOff[1]]) {
      const cases = person ? casesOf(person) : [];
      const facts = cases.map((one) => [one.matter, factsOf(one)]);
      expect(facts).toHaveLength(2);
      expect(Object.fromEntries(facts)).toEqual(FACTS);
      expect(cases.map(({ state }) => state.name)).toEqual(['sent', 'sent']);
    }
    for (const person of [answered[1], cutOff[2]])
      expect(
        person &&
          casesOf(person)
            .map(({ matter, state }) => [matter, state.name])
            .sort(),
      ).toEqual([
        ['access', 'withdrawn'],
        ['erasure', 'withdrawn'],
      ]);
  });

  it('have everything once in the timeline, as where nothing was killed', () => {
    const [both, beside] = undisturbed.map((person) => timelinesOf(casesOf(person)));
    for (const person of people()) {
      const timelines = timelinesOf(casesOf(person));
      expect([both, beside]).toContainEqual(timelines);
    }
    expect(both).not.toEqual(beside);
  });

  it('have in the chat what is there where nothing was killed, word for word', () => {
    const entries = readTables(dataDir).entries ?? [];
    const saidTo = (person: Person): string[] =>
      entries
        .filter(({ body }) => body.conversationId === person.window.session.conversationId)
        .sort((one, other) => Number(one.body.sequence) - Number(other.body.sequence))
        .map(({ body }) => withoutReferences((body.activity as WireActivity).text ?? '', casesOf(person)));
    const [both, beside] = undisturbed.map(saidTo);

    expect(answered.map(saidTo)).toEqual([both, beside]);
    expect(cutOff.map(saidTo)).toEqual([both, both, beside]);
  });

  it('have one receipt', () => {
    const entries = readTables(dataDir).entries ?? [];
    for (const person of [answered[0], cutOff[0], cutOff[1]]) {
      const receipts = entries
        .filter(({ body }) => body.conversationId === person?.window.session.conversationId)
        .map(({ body }) => body.activity as WireActivity)
        .filter(({ channelData }) => channelData?.reply?.form?.kind === 'receipt');
      expect(receipts).toHaveLength(1);
    }
  });

  it('have one acknowledgement by mail and one mail to the team for each case, each under an id of its own', () => {
    const mails = mailsIn(dataDir);
    const ids = mails.map(({ headers }) => headers.get('message-id'));
    expect(new Set(ids).size).toBe(mails.length);
    for (const person of [answered[0], cutOff[0], cutOff[1]]) {
      const references = (person ? casesOf(person) : []).map(({ reference }) => reference);
      const about = mails.filter(({ text }) => references.some((reference) => text.includes(reference)));
      const acknowledgements = about.filter(({ headers }) => headers.get('to') === 'dave.bloggs@example.org');
      expect(acknowledgements).toHaveLength(1);
      for (const reference of references) expect(acknowledgements[0]?.text).toContain(reference);
      const toTeam = about
        .filter((mail) => !acknowledgements.includes(mail))
        .map(({ headers }) => headers.get('subject'));
      expect(toTeam.sort()).toEqual(references.map((reference) => `${reference}: new case`).sort());
    }
  });

  it('have a database without a fault', () => {
    expect(integrityOf(dataDir)).toBe('ok');
  });
});

/** For a post that nobody disturbs. */
const never = (): Promise<never> => Promise.reject(new Error('a post failed though nothing was killed'));

function signal(): { readonly promise: Promise<void>; readonly send: () => void } {
  let send = (): void => undefined;
  const promise = new Promise<void>((resolve) => (send = resolve));
  return { promise, send };
}

const casesIn = (dataDir: string): Case[] =>
  (readTables(dataDir).cases ?? []).map(({ body }) => body as unknown as Case);

/** A form that is left is told to the team a day later. */
const isDone = ({ state, toDo }: Case): boolean => state.name === 'incomplete' || toDo.length === 0;

const factsOf = ({ facts }: Case) =>
  Object.fromEntries(Object.entries(facts).map(([field, { value }]) => [field, value]));

const timelinesOf = (cases: readonly Case[]) =>
  cases
    .toSorted((one, other) => (one.matter < other.matter ? -1 : 1))
    .map(({ matter, words, timeline }) => ({
      matter,
      words: words.map(({ text }) => text),
      timeline: timeline.map(({ what, about }) => [what, about]),
    }));

const withoutReferences = (text: string, cases: readonly Case[]): string =>
  cases.reduce((before, { reference, matter }) => before.replaceAll(reference, `<${matter}>`), text);

/** What was being sent when a process died is sent once its lease is over: here six minutes later. */
async function sendLeftMail(dataDir: string): Promise<void> {
  const store = openSealedSqlite(dataDir);
  const mail = createFileDelivery(join(dataDir, 'outbox'), loadConfig({}).mailFrom);
  const clock = new ManualClock(new Date(Date.now() + 360_000).toISOString());
  const webhook = (): Promise<never> => Promise.reject(new Error('no webhook'));
  await new OutboxSender({
    ...{ store, clock, logger: new RecordingLogger(), random: Math.random },
    deliveries: { mail, webhook },
  }).run();
  store.close();
}

const mailsIn = (dataDir: string): ReceivedMail[] =>
  readdirSync(join(dataDir, 'outbox'))
    .filter((name) => name.endsWith('.eml'))
    .map((name) => readMail(readFileSync(join(dataDir, 'outbox', name), 'utf8')));
