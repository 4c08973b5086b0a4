import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';

import { ChatApi } from '../support/chat-api';
import { filesWith, readTables } from '../support/database-file';
import { startDesk, type TestDesk } from '../support/desk-server';
import { eventually } from '../support/eventually';
import { ManualClock } from '../support/manual-clock';
import { ASKED, scriptedConversation } from '../support/scripted-understanding';
import { UnreliableDialog } from '../support/unreliable-dialog';

/** What shows that something was deleted. */
const PROOF = ['deletion-receipts', 'ledger', 'sweep-runs'];

/** Tenants can have their chat deleted at once, and can take it home before. */
describe('a tenant', () => {
  const clock = new ManualClock('2026-01-05T09:00:00Z');
  const dialog = new UnreliableDialog();
  let dataDir: string;
  let desk: TestDesk;
  let api: ChatApi;

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
    desk = await startDesk({ clock, dataDir, rootDialog: dialog });
    api = new ChatApi(desk.url);
  });
  afterEach(async () => {
    await desk.stop();
    rmSync(dataDir, { recursive: true });
  });

  const everythingOf = () =>
    Object.entries(readTables(dataDir)).flatMap(([name, rows]) => (PROOF.includes(name) ? [] : rows));

  it('has the chat deleted, with a receipt that tells nothing about them', async () => {
    const session = await api.start();
    await api.say(session, 'my name is Quillon Featherstonehaugh');

    const { status, body } = await api.call('DELETE', '/chat', { token: session.token });

    expect([status, body]).toEqual([200, { deletedAt: clock.now().toISOString(), messages: 3 }]);
    expect(everythingOf()).toEqual([]);
    const [receipt] = readTables(dataDir)['deletion-receipts'] ?? [];
    expect(receipt?.body).toMatchObject({ reason: 'asked', entries: 3, state: 'deleted' });
    expect(JSON.stringify(receipt)).not.toContain(session.conversationId);
    await eventually('no trace is left', () => filesWith(dataDir, session.conversationId).length === 0);
  });

  it('has the questions that were kept for review deleted with it, and no others', async () => {
    await desk.stop();
    desk = await startDesk({ clock, dataDir, rootDialog: scriptedConversation() });
    api = new ChatApi(desk.url);
    const [session, other] = [await api.start(), await api.start()];
    for (const one of [session, other]) {
      await api.say(one, ASKED.offTopic);
      await api.say(one, ASKED.answer);
      await api.rate(one, (await api.transcript(one)).at(-1)?.id, true);
    }
    const keptOf = () => (readTables(dataDir)['questions-to-review'] ?? []).map(({ body }) => body.conversationId);
    expect(keptOf()).toHaveLength(4);

    await api.call('DELETE', '/chat', { token: session.token });

    expect(keptOf()).toEqual([other.conversationId, other.conversationId]);
    await eventually('no trace is left', () => filesWith(dataDir, session.conversationId).length === 0);
  });

  it('finds nothing of the chat with the old token, and cannot bring it to life again', async () => {
    const session = await api.start();
    const { token, conversationId } = session;
    await api.call('DELETE', '/chat', { token });

    const answers = [
      await api.say(session, 'hello'),
      await api.call('GET', `/v3/directline/conversations/${conversationId}/activities`, { token }),
      await api.call('GET', `/v3/directline/conversations/${conversationId}`, { token }),
      await api.call('GET', '/chat/transcript', { token }),
      await api.call('DELETE', '/chat', { token }),
      await api.call('POST', '/v3/directline/conversations', { token }),
    ];

    expect(answers.map(({ status, body }) => `${status} ${body.error?.code ?? ''}`)).toEqual(
      answers.map(() => '404 ConversationNotFound'),
    );
    expect(everythingOf()).toEqual([]);
  });

  it('has every open window of the chat closed', async () => {
    const { token, streamUrl } = await api.start();
    const sockets = [new WebSocket(streamUrl), new WebSocket(streamUrl)];
    await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('message', resolve))));
    const closed = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)));

    await api.call('DELETE', '/chat', { token });

    expect(await Promise.all(closed)).toEqual([1000, 1000]);
  });

  it('leaves nothing behind when another window starts the chat in the same moment', async () => {
    const session = await api.start();
    const { token } = session;
    const answered = api.say(session, 'hang');
    await eventually('the message is there', async () => (await api.transcript(session)).length === 2);

    // Both wait for the turn that is under way; the deletion comes first.
    const deleted = api.call('DELETE', '/chat', { token });
    await eventually('it waits', async () => (await api.call('GET', '/healthz')).status === 200);
    const started = api.call('POST', '/v3/directline/conversations', { token });
    await eventually('both wait', async () => (await api.call('GET', '/healthz')).status === 200);
    await dialog.letGo();

    expect((await answered).status).toBe(200);
    expect((await deleted).status).toBe(200);
    expect((await started).status).toBe(404);
    expect(everythingOf()).toEqual([]);
  });

  it('takes the chat home to read', async () => {
    const session = await api.start();
    await api.say(session, 'hello');
    await api.post(session, { type: 'event', name: 'opened' });

    const { status, headers, text } = await api.call('GET', '/chat/transcript', { token: session.token });

    expect([status, headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(text).toContain('5 January 2028');
    expect(text).toMatch(/5 January 2026, 09:00\nhello\n\n.*5 January 2026, 09:00\nyou said hello\n$/);
  });

  it('takes the chat home for another program, whole', async () => {
    const session = await api.start();
    for (let number = 1; number <= 3; number++) await api.say(session, `message ${number}`);

    const { body } = await api.call<{ entries: { sequence: number; author: string; activity: { text: string } }[] }>(
      'GET',
      '/chat/transcript?format=json',
      { token: session.token },
    );

    expect(body).toMatchObject({ conversationId: session.conversationId, deletedOn: '2028-01-05' });
    expect(body.entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(body.entries[5]).toMatchObject({ author: 'tenant', activity: { text: 'message 3' } });
  });
});
