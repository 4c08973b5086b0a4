import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { COLLECTIONS } from '../../src/collections';
import { loadConfig } from '../../src/config';
import { loadOrCreateKey } from '../../src/storage/key-file';
import { openStorage } from '../../src/storage/open-storage';
import { integrityOf, readTables } from '../support/database-file';
import { eventually } from '../support/eventually';
import { GeneratedChats } from '../support/generated-chats';
import { listed, retentionCommand, startCommand } from '../support/retention-command';
import { slowlyDue } from '../support/slow-retention';

/** `kill -9` in the middle of a sweep loses nothing, deletes nothing that should stay, and proves each thing once. */
describe('a sweep that is killed', () => {
  let dataDir: string;
  let expected: ReadonlySet<string>;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
    const now = new Date();
    const store = await openStorage(loadConfig({ DATA_DIR: dataDir }), COLLECTIONS, () => undefined);
    const chats = new GeneratedChats(1500, now, loadOrCreateKey(dataDir, 'lookup.key'));
    await chats.putInto(store);
    await store.close();
    expected = slowlyDue(chats, now);
  });
  afterAll(() => rmSync(dataDir, { recursive: true }));

  const ledger = (): readonly string[] => {
    const file = join(dataDir, 'ledger.jsonl');
    return existsSync(file)
      ? readFileSync(file, 'utf8')
          .split('\n')
          .filter((line) => line !== '')
      : [];
  };

  it('again and again, is completed by the next, with one line of the ledger for each thing', async () => {
    for (let kills = 0; kills < 4; kills++) {
      const before = ledger().length;
      const sweep = startCommand('retention', dataDir, ['run']);
      await eventually('it has begun to delete', () => ledger().length > before);
      sweep.process.kill('SIGKILL');
      expect((await sweep.ended).status).toBeNull();
    }

    const last = await retentionCommand(dataDir, 'run');

    expect(last).toMatchObject({ status: 0, out: expect.stringContaining('failed: 0') as string });
    const subjects = ledger().map((line) => (JSON.parse(line) as { subject?: string }).subject);
    expect(new Set(subjects).size).toBe(subjects.length);
    const isInLedger = (line: string): boolean => /^(delete|anonymise) (?!mail|one_time_code)/.test(line);
    expect(subjects).toHaveLength([...expected].filter(isInLedger).length);
    const kept = [...expected].filter((line) => /^(held|frozen) /.test(line));
    expect(listed(await retentionCommand(dataDir, 'dry-run')).sort()).toEqual(kept.sort());
    expect(await retentionCommand(dataDir, 'verify')).toMatchObject({ status: 0 });
    expect(integrityOf(dataDir)).toBe('ok');
    expect(orphans()).toEqual([]);
  }, 120_000);

  /** What belongs to a chat that is gone. */
  function orphans(): readonly string[] {
    const tables = readTables(dataDir);
    const ids = (name: string): ReadonlySet<unknown> => new Set(tables[name]?.map(({ id }) => id));
    const [chats, staff] = [ids('conversations'), ids('staff-parts')];
    const entries = tables.entries ?? [];
    const lost = entries.filter(({ body }) => !(body.part === 'staff' ? staff : chats).has(body.conversationId));
    const others = [...(tables['bot-state'] ?? []), ...(tables['questions-to-review'] ?? [])];
    return [...lost, ...others.filter(({ body }) => !chats.has(body.conversationId))].map(({ id }) => id);
  }
});
