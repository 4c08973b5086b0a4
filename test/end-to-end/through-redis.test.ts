import type { Dialog } from 'botbuilder-dialogs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ChatApi, textsOf } from '../support/chat-api';
import { CountingDialog } from '../support/counting-dialog';
import { startProxy, type CuttableProxy } from '../support/cuttable-proxy';
import { startDesk, type TestDesk } from '../support/desk-server';
import { MONGODB_URI, newDatabase } from '../support/engines';
import { eventually } from '../support/eventually';
import { HeldDialog } from '../support/held-dialog';
import { RecordingLogger } from '../support/recording-logger';
import { HAS_REDIS, startRedis, type RedisServer } from '../support/redis-server';
import { WatchedChat } from '../support/watched-chat';

if (MONGODB_URI === '' || !HAS_REDIS) {
  it.skip('SEVERAL PROCESSES WERE NOT TESTED: set MONGODB_URI to a server that speaks its protocol, and install redis-server', () =>
    undefined);
} else {
  describe('two desks on one database, with Redis between them', describeDesks);
}

interface Connected {
  readonly desk: TestDesk;
  readonly api: ChatApi;
  /** What lies between this desk and Redis. */
  readonly network: CuttableProxy;
}

function describeDesks(): void {
  const dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
  const logger = new RecordingLogger();
  let database: ReturnType<typeof newDatabase>;
  let redis: RedisServer;
  const desks: Connected[] = [];
  const watched: WatchedChat[] = [];
  beforeAll(async () => {
    database = newDatabase();
    redis = await startRedis();
  });
  afterEach(async () => {
    watched.splice(0).forEach((chat) => chat.close());
    for (const { desk, network } of desks.splice(0)) {
      await desk.stop();
      await network.stop();
    }
  });
  afterAll(async () => {
    await redis.stop();
    await database.drop();
    rmSync(dataDir, { recursive: true });
  });

  async function start(rootDialog?: Dialog, settings: Readonly<Record<string, string>> = {}): Promise<Connected> {
    const network = await startProxy(redis.port);
    const urls = { MONGODB_URI: database.uri, REDIS_URL: `redis://127.0.0.1:${network.port}` };
    const given = rootDialog && { rootDialog };
    const desk = await startDesk({ dataDir, logger, settings: { ...urls, ...settings }, ...given });
    const connected = { desk, api: new ChatApi(desk.url), network };
    desks.push(connected);
    return connected;
  }
  async function watch(api: ChatApi): Promise<WatchedChat> {
    const chat = new WatchedChat(api, await api.start());
    watched.push(chat);
    chat.open();
    await chat.untilReceived(1, 10_000);
    return chat;
  }
  const ready = async ({ api }: Connected) => {
    const { status, body } = await api.call<{ readonly redis?: string }>('GET', '/readyz');
    return [status, body.redis];
  };

  it('let a stream of one show what was said to the other', async () => {
    const [here, there] = [await start(new CountingDialog()), await start(new CountingDialog())];
    const chat = await watch(there.api);

    await here.api.say(chat.session, 'hello');

    await chat.untilReceived(3, 10_000);
    expect(textsOf(chat.received).slice(1)).toEqual(['hello', '1']);
    expect(await ready(here)).toEqual([200, 'up']);
  });

  it('count calls together', async () => {
    const limited = { MESSAGES_PER_MINUTE: '3' };
    const [here, there] = [await start(new CountingDialog(), limited), await start(new CountingDialog(), limited)];
    const session = await here.api.start();

    const statuses = [];
    for (const { api } of [here, there, here, there]) statuses.push((await api.say(session, 'hello')).status);

    expect(statuses).toEqual([200, 200, 200, 429]);
  });

  it('refuse messages while Redis is away, say so, go on showing what there is, and take them again afterwards', async () => {
    const one = await start(new CountingDialog());
    const session = await one.api.start();
    one.network.break();
    await eventually('it is noticed', async () => (await ready(one))[0] === 503);

    const refused = await one.api.say(session, 'are you there', 'again');
    const shown = await one.api.transcript(session);
    expect([refused.status, refused.body.error?.code]).toEqual([503, 'ServiceUnavailable']);
    expect(shown).toHaveLength(1);
    expect(await ready(one)).toEqual([503, 'away']);

    one.network.mend();
    await eventually('it is back', async () => (await ready(one))[0] === 200);
    expect((await one.api.say(session, 'are you there', 'again')).status).toBe(200);
    expect(textsOf(await one.api.transcript(session)).slice(1)).toEqual(['are you there', '1']);
    expect(logger.text).not.toMatch(/redis:|127\.0\.0\.1|are you there/);
  });

  it('show on a stream what was said while its own desk heard nothing of the others', async () => {
    const [here, there] = [await start(new CountingDialog()), await start(new CountingDialog())];
    const chat = await watch(there.api);
    there.network.break();
    await eventually('it is noticed', async () => (await ready(there))[0] === 503);
    await here.api.say(chat.session, 'one');
    await here.api.say(chat.session, 'two');

    there.network.mend();

    await chat.untilReceived(5, 10_000);
    expect(textsOf(chat.received).slice(1)).toEqual(['one', '1', 'two', '2']);
    expect(chat.watermarks).toEqual([1, 2, 3, 4, 5]);
    expect(chat.reopened).toBe(0);
  });

  it('finish what one of them left in the middle, though nobody asks, and that one says nothing more', async () => {
    const held = new HeldDialog(['late', 'later', 'latest']);
    const [dying, living] = [await start(held), await start(new CountingDialog())];
    const session = await dying.api.start();
    const post = dying.api.say(session, 'hello');
    await eventually('it is stored', async () => (await living.api.transcript(session)).length === 2);
    dying.network.break();

    await eventually('it is answered', async () => (await living.api.transcript(session)).length === 3, 20_000);
    held.letGo();

    // By now it is answered, whoever did it.
    expect((await post).status).toBe(200);
    expect(textsOf(await living.api.transcript(session)).slice(1)).toEqual(['hello', '1']);
  });

  it('delete a chat once, and close its streams on both', async () => {
    const [here, there] = [await start(new CountingDialog()), await start(new CountingDialog())];
    const chat = await watch(there.api);
    const asked = [here, there].map(({ api }) => api.call('DELETE', '/chat', { token: chat.session.token }));

    const statuses = (await Promise.all(asked)).map(({ status }) => status).sort();

    expect(statuses).toEqual([200, 404]);
    expect((await here.api.say(chat.session, 'hello')).status).toBe(404);
  });
}
