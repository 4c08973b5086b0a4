import { cpSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ChatApi, type StartedSession } from '../support/chat-api';
import { filesWith, readTables } from '../support/database-file';
import { startDesk, type TestDesk } from '../support/desk-server';
import { retentionCommand, startCommand } from '../support/retention-command';

/** What was deleted stays deleted, also after a backup was restored in which it still is. */
describe('a backup that is restored', () => {
  let folder: string;
  let dataDir: string;
  let backup: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
    dataDir = join(folder, 'data');
    backup = join(folder, 'backup.db');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const started: TestDesk[] = [];
  afterEach(async () => {
    for (const desk of started.splice(0)) await desk.stop();
  });
  async function start(): Promise<TestDesk> {
    const desk = await startDesk({ dataDir });
    started.push(desk);
    return desk;
  }

  /** Two chats; a backup of both; then the first is deleted. */
  async function deleteAfterBackup(): Promise<readonly StartedSession[]> {
    const desk = await start();
    const api = new ChatApi(desk.url);
    const chats = [await api.start(), await api.start()];
    for (const chat of chats) await api.say(chat, 'my name is Quillon Featherstonehaugh');
    expect((await startCommand('backup', dataDir, [backup]).ended).status).toBe(0);
    expect((await api.call('DELETE', '/chat', { token: chats[0]?.token ?? '' })).status).toBe(200);
    await desk.stop();
    return chats;
  }
  const chatsIn = (): readonly string[] => (readTables(dataDir).conversations ?? []).map(({ id }) => id);
  function removeDatabase(): void {
    for (const name of readdirSync(dataDir)) if (name.startsWith('desk.db')) rmSync(join(dataDir, name));
  }

  it('has what was deleted since deleted again by the restore', async () => {
    const [, kept] = await deleteAfterBackup();
    removeDatabase();

    const restored = await startCommand('restore', dataDir, [backup]).ended;

    expect(restored.out).toContain('deleted again: 1 conversations, 0 staff parts, 0 cases');
    expect(chatsIn()).toEqual([kept?.conversationId]);
    expect(await retentionCommand(dataDir, 'verify')).toMatchObject({ status: 0 });
  });

  it('has it deleted again at the start of the service, when somebody has only put the file there', async () => {
    const [, kept] = await deleteAfterBackup();
    removeDatabase();
    cpSync(backup, join(dataDir, 'desk.db'));

    await start();

    expect(chatsIn()).toEqual([kept?.conversationId]);
  });

  it('keeps no word of it in any file of the folder', async () => {
    const [gone] = await deleteAfterBackup();
    removeDatabase();
    await startCommand('restore', dataDir, [backup]).ended;

    expect(filesWith(dataDir, gone?.conversationId ?? '')).toEqual([]);
  });

  it('is told from its ledger when that is not there: verify says what is missing', async () => {
    await deleteAfterBackup();
    removeDatabase();
    renameSync(join(dataDir, 'ledger.jsonl'), join(folder, 'ledger.jsonl'));
    await startCommand('restore', dataDir, [backup]).ended;
    renameSync(join(folder, 'ledger.jsonl'), join(dataDir, 'ledger.jsonl'));

    const verified = await retentionCommand(dataDir, 'verify');
    const replayed = await retentionCommand(dataDir, 'replay');

    expect(verified).toMatchObject({ status: 1 });
    expect(verified.out).toContain('line 1 is in ledger.jsonl and not in the database');
    expect(replayed.out).toBe('deleted again: 1 conversations, 0 staff parts, 0 cases\n');
    expect(await retentionCommand(dataDir, 'verify')).toMatchObject({ status: 0 });
  });
});
