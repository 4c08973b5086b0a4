import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ChatApi, textsOf } from '../support/chat-api';
import { startProxy } from '../support/cuttable-proxy';
import { freePort, startDesk, type TestDesk } from '../support/desk-server';
import { ConnectionStatus, DirectLineClient } from '../support/direct-line-client';
import { eventually } from '../support/eventually';
import { ManualClock } from '../support/manual-clock';

/** What goes wrong between the official client and the service, and that neither loses or doubles a word by it. */
describe('the official client', () => {
  const undo: (() => unknown)[] = [];
  afterEach(async () => {
    for (const step of undo.splice(0).reverse()) await step();
  });

  async function desk(options: Parameters<typeof startDesk>[0] = {}): Promise<TestDesk> {
    const started = await startDesk(options);
    undo.push(() => started.stop());
    return started;
  }

  async function connect(url: string, api: ChatApi): Promise<DirectLineClient> {
    const client = new DirectLineClient({ url, token: (await api.token()).token });
    undo.push(() => client.end());
    await client.untilReceived(1);
    return client;
  }

  it('gets what was said while its socket was cut, once and in order', async () => {
    const port = await freePort();
    const proxy = await startProxy(port);
    undo.push(() => proxy.stop());
    const { url } = await desk({ port, settings: { PUBLIC_URL: proxy.url } });
    const api = new ChatApi(url);
    const client = await connect(proxy.url, new ChatApi(proxy.url));
    await client.say('hello');
    await client.untilReceived(3);

    proxy.cut();
    for (const text of ['thank you', 'how are you', 'bye']) await api.say(client, text);
    await client.untilReceived(9);
    await client.say('hello again');
    await client.untilReceived(11);

    expect(client.received).toEqual(await api.transcript(client));
  });

  it('goes on with its conversation when the service was started again', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
    undo.push(() => rmSync(dataDir, { recursive: true }));
    const port = await freePort();
    const before = await startDesk({ dataDir, port });
    const api = new ChatApi(before.url);
    const client = await connect(before.url, api);
    await client.say('hello');
    await client.untilReceived(3);

    await before.stop();
    await desk({ dataDir, port });
    await api.say(client, 'said before the client was back');
    await client.untilReceived(5);
    await client.say('and after');
    await client.untilReceived(7);

    expect(client.received).toEqual(await api.transcript(client));
    expect(textsOf(client.received)).toEqual(expect.arrayContaining(['said before the client was back', 'and after']));
  });

  it('has a token as long as it refreshes it', async () => {
    const clock = new ManualClock();
    const { url } = await desk({ clock });
    const client = await connect(url, new ChatApi(url));
    const first = client.token;

    clock.advance({ minutes: 29 });
    client.refreshToken();
    await eventually('a new token', () => client.token !== first);
    clock.advance({ minutes: 29 });
    const id = await client.say('hello');

    expect(id).toMatch(/\|0000002$/);
    expect(client.statuses.at(-1)).toBe(ConnectionStatus.Online);
  });

  it('is told that the conversation is over when it was deleted', async () => {
    const { url } = await desk();
    const api = new ChatApi(url);
    const client = await connect(url, api);

    await api.call('DELETE', '/chat', { token: client.token });
    await client.until('the end', ({ failure }) => failure !== undefined);

    expect(String(client.failure)).toContain('conversation ended');
  });

  it('ends the conversation, and nothing can be added to it', async () => {
    const { url } = await desk();
    const api = new ChatApi(url);
    const client = await connect(url, api);

    await client.post({ type: 'endOfConversation' });
    await client.untilReceived(2);
    const late = await api.say(client, 'one more thing');

    expect(client.received.map(({ type }) => type)).toEqual(['message', 'endOfConversation']);
    expect([late.status, late.body.error?.code]).toEqual([403, 'ConversationEnded']);
    expect(await api.transcript(client)).toHaveLength(2);
  });
});
