import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ChatApi, type StartedSession } from '../support/chat-api';
import { filesWith, readTables } from '../support/database-file';
import { startDesk, type TestDesk } from '../support/desk-server';
import { eventually } from '../support/eventually';
import { ManualClock } from '../support/manual-clock';

const SECRET = 'a-secret-of-the-landlord-longer-than-32-characters';

/** The promise of the notice: a chat is kept for two years after its last message, and then it is gone. */
describe('a chat', () => {
  const clock = new ManualClock();
  let dataDir: string;
  let desk: TestDesk;
  let api: ChatApi;

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
    desk = await startDesk({ clock, dataDir, settings: { DIRECT_LINE_SECRET: SECRET } });
    api = new ChatApi(desk.url);
  });
  afterEach(async () => {
    await desk.stop();
    rmSync(dataDir, { recursive: true });
  });

  const counts = () =>
    Object.fromEntries(Object.entries(readTables(dataDir)).map(([name, rows]) => [name, rows.length]));

  /** Two messages, what is answered, and what was said of the first answer: with the welcome six entries. */
  async function chat(): Promise<StartedSession> {
    const session = await api.start();
    await api.say(session, 'How long do you keep recordings of my calls?');
    await api.say(session, 'my name is Quillon Featherstonehaugh');
    await api.rate(session, (await api.transcript(session))[2]?.id, false);
    return session;
  }

  it.each([
    ['in winter', '2026-01-05T09:00:00Z', '2028-01-05T08:59:59Z', '2028-01-05T09:00:00Z'],
    ['in summer', '2026-07-05T09:00:00Z', '2028-07-05T08:59:59Z', '2028-07-05T09:00:00Z'],
    ['when the clocks differ', '2026-03-28T10:00:00Z', '2028-03-28T08:59:59Z', '2028-03-28T09:00:00Z'],
    ['on 29 February', '2028-02-29T12:00:00Z', '2030-02-28T11:59:59Z', '2030-02-28T12:00:00Z'],
  ])('is there for two years and gone after that: %s', async (_when, saidAt, stillThere, gone) => {
    clock.set(saidAt);
    await chat();

    clock.set(stillThere);
    await desk.service.sweepNow();
    expect(counts()).toMatchObject({ conversations: 1, entries: 6, 'bot-state': 1, 'deletion-receipts': 0 });
    expect(counts()['questions-to-review']).toBeGreaterThan(0);

    clock.set(gone);
    await desk.service.sweepNow();
    expect(counts()).toEqual({
      conversations: 0,
      entries: 0,
      'staff-parts': 0,
      'bot-state': 0,
      'questions-to-review': 0,
      'deletion-receipts': 1,
      ledger: 1,
      holds: 0,
      'sweep-runs': 1,
      outbox: 0,
      cases: 0,
      'one-time-codes': 0,
      'opt-outs': 0,
    });
    expect(readTables(dataDir)['deletion-receipts']?.[0]?.body).toEqual({
      recordClass: 'chatbot conversation',
      reason: 'due',
      lastMessageAt: new Date(saidAt).toISOString(),
      entries: 6,
      state: 'deleted',
      deletedAt: new Date(gone).toISOString(),
    });
  });

  it('is kept for two years from its last message', async () => {
    clock.set('2026-01-05T09:00:00Z');
    const { conversationId } = await chat();
    clock.set('2027-01-05T09:00:00Z');
    await api.say({ conversationId, token: SECRET }, 'one more thing');

    clock.set('2028-01-05T09:00:00Z');
    await desk.service.sweepNow();
    const inTheFirst = counts();
    clock.set('2029-01-05T09:00:00Z');
    await desk.service.sweepNow();

    expect(inTheFirst).toMatchObject({ conversations: 1, entries: 8 });
    expect(counts()).toMatchObject({ conversations: 0, entries: 0, 'deletion-receipts': 1 });
  });

  it('is not kept for longer because its last message was delivered again', async () => {
    clock.set('2026-01-05T09:00:00Z');
    const { conversationId } = await chat();
    await api.say({ conversationId, token: SECRET }, 'one more thing', 'same');
    clock.set('2026-01-06T09:00:00Z');
    await api.say({ conversationId, token: SECRET }, 'one more thing', 'same');

    clock.set('2028-01-05T09:00:00Z');
    await desk.service.sweepNow();

    expect(counts()).toMatchObject({ conversations: 0, entries: 0 });
  });

  it('goes alone: one that is not due stays', async () => {
    clock.set('2026-01-05T09:00:00Z');
    await chat();
    clock.advance({ days: 1 });
    const { conversationId } = await chat();

    clock.set('2028-01-05T09:00:00Z');
    await desk.service.sweepNow();

    const tables = readTables(dataDir);
    expect(tables.conversations?.map(({ id }) => id)).toEqual([conversationId]);
    expect(new Set(tables.entries?.map(({ body }) => body.conversationId))).toEqual(new Set([conversationId]));
    expect(tables['bot-state']).toHaveLength(1);
  });

  it('is gone after a sweep also if there are many', async () => {
    clock.set('2026-01-05T09:00:00Z');
    await Promise.all(Array.from({ length: 120 }, () => api.start()));

    clock.set('2028-01-05T09:00:00Z');
    await desk.service.sweepNow();

    expect(counts()).toMatchObject({ conversations: 0, entries: 0, 'deletion-receipts': 120 });
  });

  it('leaves nothing behind in any file of the data folder', async () => {
    clock.set('2026-01-05T09:00:00Z');
    const { conversationId } = await chat();
    expect(filesWith(dataDir, conversationId)).not.toEqual([]);

    clock.set('2028-01-05T09:00:00Z');
    await desk.service.sweepNow();

    await eventually('no trace is left', () => filesWith(dataDir, conversationId).length === 0);
  });
});
