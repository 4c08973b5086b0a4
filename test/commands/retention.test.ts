import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DateTime } from 'luxon';

import { ChatApi, type StartedSession } from '../support/chat-api';
import { readTables } from '../support/database-file';
import { startDesk, type TestDesk } from '../support/desk-server';
import { retentionCommand, startCommand } from '../support/retention-command';

const inDays = (days: number): string => DateTime.now().plus({ days }).toISODate();

/** The service is running all the time, as an operator has it. */
describe('the command of retention', () => {
  let dataDir: string;
  let desk: TestDesk;
  let api: ChatApi;
  let chat: StartedSession;

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
    desk = await startDesk({ dataDir });
    api = new ChatApi(desk.url);
    chat = await api.start();
    await api.say(chat, 'my name is Quillon Featherstonehaugh');
  });
  afterEach(async () => {
    await desk.stop();
    rmSync(dataDir, { recursive: true });
  });

  const WHY = ['--reason', 'legal_claim', '--matter', 'M-17', '--by', 'DPO'];
  const chatsKept = (): number => readTables(dataDir).conversations?.length ?? 0;

  it('tells how each class stands, and when the last run was', async () => {
    const { status, out } = await retentionCommand(dataDir, 'status');

    expect(status).toBe(0);
    expect(out).toMatch(/^bot_conversation +P2Y +1 +20\d\d-\d\d-\d\d +0 +0 +0 +0 +0$/m);
    expect(out).toMatch(/^last run: 20\S+Z, removed: 0, held: 0, frozen: 0, failed: 0$/m);
    expect(out).not.toContain('Featherstonehaugh');
  });

  it('holds a chat, so that not even its tenant can delete it, until it is released', async () => {
    const held = await retentionCommand(
      dataDir,
      'hold',
      'conversation',
      chat.conversationId,
      ...WHY,
      '--review',
      inDays(90),
    );
    const id = held.out.trim();
    const asked = await api.call('DELETE', '/chat', { token: chat.token });

    expect(held.status).toBe(0);
    expect([asked.status, asked.body]).toEqual([202, { deletedAt: null, messages: 3 }]);
    expect((await api.call('GET', '/chat/transcript', { token: chat.token })).status).toBe(404);
    expect((await retentionCommand(dataDir, 'holds')).out).toMatch(
      new RegExp(
        `^${id} +conversation ${chat.conversationId} +legal_claim +matter: M-17 +by: DPO +since: .* review: ${inDays(90)}$`,
        'm',
      ),
    );
    await desk.service.sweepNow();
    expect(chatsKept()).toBe(1);

    expect((await retentionCommand(dataDir, 'review', id, '--review', inDays(120))).status).toBe(0);
    expect((await retentionCommand(dataDir, 'release', id, '--by', 'DPO', '--why', 'settled')).status).toBe(0);
    await desk.service.sweepNow();

    expect(chatsKept()).toBe(0);
    expect((await retentionCommand(dataDir, 'holds')).out).toBe('no holds\n');
    expect((await retentionCommand(dataDir, 'verify')).out).toMatch(/^lines: 4$/m);
  });

  it('takes the address of a contact by standard input, and keeps no more than its hash', async () => {
    const args = ['hold', 'contact', ...WHY, '--review', inDays(90)];
    const held = await startCommand('retention', dataDir, args, 'Jo@Example.org\n').ended;
    const wrong = await startCommand('retention', dataDir, args, 'nobody').ended;

    expect([held.status, wrong.status]).toEqual([0, 1]);
    expect((await retentionCommand(dataDir, 'holds')).out).toContain('contact (hashed)');
    expect(JSON.stringify(readTables(dataDir).holds).toLowerCase()).not.toContain('jo@example.org');
  });

  it('says why something cannot be done', async () => {
    const late = await retentionCommand(dataDir, 'hold', 'case', '7K4M-2QQ', ...WHY, '--review', inDays(300));
    const unknown = await retentionCommand(dataDir, 'release', 'h12345', '--by', 'DPO', '--why', 'settled');
    const beside = await retentionCommand(dataDir, 'run');

    expect([late, unknown, beside].map(({ status }) => status)).toEqual([1, 1, 1]);
    expect(late.err).toContain('The day of review has to lie in the future');
    expect(unknown.err).toContain('There is no such hold.');
    expect(beside.err).toContain('another process is already using the data folder');
  });

  it.each([
    [[]],
    [['run', 'now']],
    [['status', '--by', 'DPO']],
    [['hold']],
    [['hold', 'conversation', 'x', '--reason', 'legal_claim']],
    [
      [
        'hold',
        'days',
        '2026-02-30',
        '2026-03-01',
        '--reason',
        'police',
        '--matter',
        '1',
        '--by',
        'x',
        '--review',
        '2026-12-01',
      ],
    ],
    [
      [
        'hold',
        'contact',
        'jo@example.org',
        '--reason',
        'police',
        '--matter',
        '1',
        '--by',
        'x',
        '--review',
        '2026-12-01',
      ],
    ],
    [['release', 'h12345', '--by', 'DPO']],
    [['review', 'h12345', '--review', 'soon']],
  ])('does nothing when it is not clear what to do: %j', async (args) => {
    const { status, err } = await retentionCommand(dataDir, ...args);

    expect([status, err]).toEqual([2, 'It is not clear what to do.\n--help shows how to ask.\n']);
  });

  it('says what it can do', async () => {
    const { status, out } = await retentionCommand(dataDir, '--help');

    expect(status).toBe(0);
    for (const word of ['status', 'dry-run', 'run', 'verify', 'replay', 'holds', 'hold', 'review', 'release']) {
      expect(out).toContain(`retention -- ${word}`);
    }
  });
});
