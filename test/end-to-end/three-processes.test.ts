import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startBalancer, type Balancer } from '../support/balancer';
import { ChatApi, isFromBot, textsOf, type WireActivity } from '../support/chat-api';
import { freePort } from '../support/desk-server';
import { MONGODB_URI, newDatabase } from '../support/engines';
import { eventually } from '../support/eventually';
import { startRealServer, type RealServer } from '../support/real-server';
import { HAS_REDIS, startRedis, type RedisServer } from '../support/redis-server';
import { WatchedChat } from '../support/watched-chat';

const PROCESSES = 3;
const CHATS = 200;
const MESSAGES = 20;
/** Messages that a chat says at once, as from two windows; it goes on when both are taken. */
const WINDOWS = 2;
/** Chats with messages on their way: more only make each wait longer on two cores. */
const AT_ONCE = 12;
/** Acknowledged messages, of all, after which something happens. */
const KILL_AFTER = 0.5;
const RESTART_AFTER = 0.75;
/** Milliseconds; it took up to 225,000 on two cores that were busy with much else. */
const LIMIT = 420_000;

if (MONGODB_URI === '' || !HAS_REDIS) {
  it.skip('SEVERAL PROCESSES WERE NOT TESTED: set MONGODB_URI to a server that speaks its protocol, and install redis-server', () =>
    undefined);
} else {
  describe('three processes, of which one is killed, while Redis is started anew', describeProcesses);
}

function describeProcesses(): void {
  const dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
  const texts = Array.from({ length: MESSAGES }, (_, index) => `message ${index + 1}`);
  let database: ReturnType<typeof newDatabase>;
  let redis: RedisServer;
  let servers: readonly RealServer[];
  let balancer: Balancer;
  let chats: readonly WatchedChat[];
  let transcripts: readonly WireActivity[][];
  const report: string[] = [];

  beforeAll(async () => {
    database = newDatabase();
    redis = await startRedis();
    const ports = await Promise.all(Array.from({ length: PROCESSES }, () => freePort()));
    balancer = await startBalancer(ports);
    const settings = {
      MONGODB_URI: database.uri,
      REDIS_URL: redis.url,
      PUBLIC_URL: balancer.url,
      ENCODER: 'off',
      TOKEN_SECRET: 'a secret of these tests, and of nothing else',
    };
    const entry = 'dist/test/support/cluster-process.js';
    servers = await Promise.all(ports.map((port) => startRealServer({ dataDir, port, settings, entry })));

    const api = new ChatApi(balancer.url);
    const begun = Date.now();
    const elapsed = (): string => `${((Date.now() - begun) / 1000).toFixed(1)} s`;
    chats = await inTurns(CHATS, async () => new WatchedChat(api, await api.start()));
    chats.forEach((chat) => chat.open());
    report.push(`${CHATS} chats begun: ${elapsed()}`);

    const said = (): number => chats.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);
    const after = (share: number) =>
      eventually(`${share} of all is said`, () => said() >= share * CHATS * MESSAGES, LIMIT);
    const talks = sayAll(chats, texts);
    await after(KILL_AFTER);
    report.push(`half said: ${elapsed()}`);
    await servers[1]?.end('SIGKILL');
    await after(RESTART_AFTER);
    report.push(`three quarters said: ${elapsed()}`);
    await redis.kill();
    await redis.start();
    await talks;
    report.push(`all said: ${elapsed()}`);
    await Promise.all(chats.map((chat) => chat.untilReceived(1 + 2 * MESSAGES, 30_000)));
    report.push(`all received: ${elapsed()}`);
    transcripts = await inTurns(CHATS, (place) => api.transcript((chats[place] as WatchedChat).session));
  }, LIMIT);
  afterAll(async () => {
    chats.forEach((chat) => chat.close());
    await Promise.all(servers.map((server) => server.end('SIGTERM')));
    await balancer.stop();
    await redis.stop();
    await database.drop();
    rmSync(dataDir, { recursive: true });
    const sum = (of: (chat: WatchedChat) => number): number => chats.reduce((total, chat) => total + of(chat), 0);
    report.push(
      `posts repeated: ${sum(({ repeated }) => repeated)}, streams opened again: ${sum((chat) => chat.reopened)}`,
    );
    process.stdout.write(`${report.join('\n')}\n`);
  }, 60_000);

  it('were each at work on every chat, and both misfortunes were in the middle of it', () => {
    const processes = chats.map(({ session }) => balancer.servedBy(session.conversationId, 'call').size);
    expect(processes.filter((count) => count === PROCESSES).length).toBeGreaterThan(CHATS * 0.9);
    expect(chats.some(({ repeated }) => repeated > 0)).toBe(true);
    expect(chats.some(({ reopened }) => reopened > 0)).toBe(true);
  });

  it('have every message once, under the id that was acknowledged, after those that were taken before it', () => {
    const stored = transcripts.map((all) => all.filter((one) => !isFromBot(one)));

    expect(stored.map((all) => new Map(all.map(({ text = '', id = '' }) => [text, id])))).toEqual(
      chats.map(({ acknowledged }) => acknowledged),
    );
    for (const said of stored.map(textsOf)) {
      // Which of two that were said at once came first is for nobody to say.
      const groups = texts.map((_text, index) =>
        said.slice(index - (index % WINDOWS), index - (index % WINDOWS) + WINDOWS),
      );
      expect(said).toHaveLength(texts.length);
      texts.forEach((text, index) => expect(groups[index]).toContain(text));
    }
  });

  it('have answered every message once, after it, each turn knowing what the one before it did', () => {
    for (const [welcome, ...said] of transcripts) {
      expect(welcome?.channelData?.reply?.kind).toBe('welcome');
      expect(textsOf(said.filter(isFromBot))).toEqual(texts.map((_text, index) => String(index + 1)));
      const answers = said.map((_activity, index) => said.slice(0, index + 1).filter(isFromBot).length);
      expect(answers.every((count, index) => count <= index + 1 - count)).toBe(true);
    }
  });

  it('have sent everything to every stream once, in order, with watermarks that only rise', () => {
    expect(chats.map(({ received }) => received.map(({ id }) => id))).toEqual(
      transcripts.map((all) => all.map(({ id }) => id)),
    );
    for (const { watermarks } of chats) {
      expect(watermarks).toEqual(Array.from({ length: 1 + 2 * MESSAGES }, (_, index) => index + 1));
    }
  });
}

/** Each chat says its next messages when its last ones are taken, a few chats at once, in turns. */
async function sayAll(chats: readonly WatchedChat[], texts: readonly string[]): Promise<void> {
  const waiting = chats.map((chat) => ({ chat, next: 0 }));
  const talk = async (): Promise<void> => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const next = one.next + WINDOWS;
      await Promise.all(texts.slice(one.next, next).map((text) => one.chat.say(text)));
      if (next < texts.length) waiting.push({ ...one, next });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, talk));
}

/** The same for each place, a few at once. */
async function inTurns<T>(count: number, make: (place: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let place = next++; place < count; place = next++) made[place] = await make(place);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return made;
}
