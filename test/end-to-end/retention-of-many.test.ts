import Database from 'libsql';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { COLLECTIONS } from '../../src/collections';
import { loadConfig } from '../../src/config';
import { lineId } from '../../src/retention/ledger-line';
import { loadOrCreateKey } from '../../src/storage/key-file';
import { openStorage } from '../../src/storage/open-storage';
import { readTables } from '../support/database-file';
import { GeneratedChats } from '../support/generated-chats';
import { listed, retentionCommand } from '../support/retention-command';
import { slowlyDue } from '../support/slow-retention';

/** The whole build tests a hundred thousand, which takes minutes. */
const CHATS = Number(process.env.RETENTION_TEST_CHATS ?? 10_000);

/** Milliseconds that a chat may take, for all commands together. */
const LIMIT = 60_000 + 12 * CHATS;

/** Adds one to what a line of the ledger in the database counts. */
function changeLine(dataDir: string, sequence: number): void {
  const database = new Database(join(dataDir, 'desk.db'));
  database.prepare(`UPDATE ledger SET body = json_set(body, '$.counts.more', 1) WHERE id = ?`).run(lineId(sequence));
  database.close();
}

describe(`the commands of retention, on ${CHATS} chats of all classes`, () => {
  let dataDir: string;
  let expected: Set<string>;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-'));
    const now = new Date();
    const store = await openStorage(loadConfig({ DATA_DIR: dataDir }), COLLECTIONS, () => undefined);
    const chats = new GeneratedChats(CHATS, now, loadOrCreateKey(dataDir, 'lookup.key'));
    await chats.putInto(store);
    await store.close();
    expected = slowlyDue(chats, now);
  }, LIMIT);
  afterAll(() => rmSync(dataDir, { recursive: true }));

  it(
    'list, delete and prove exactly what the rules say',
    async () => {
      const before = JSON.stringify(readTables(dataDir));
      const dry = await retentionCommand(dataDir, 'dry-run');

      expect(dry.status).toBe(0);
      const found = listed(dry);
      expect(new Set(found).size).toBe(found.length);
      expect(found.filter((line) => !expected.has(line))).toEqual([]);
      expect([...expected].filter((line) => !new Set(found).has(line))).toEqual([]);
      expect(JSON.stringify(readTables(dataDir))).toBe(before);
      const kinds = new Set(found.map((line) => line.split(' ').slice(0, 2).join(' ')));
      expect([...kinds].sort()).toEqual(EVERY_KIND);

      const run = await retentionCommand(dataDir, 'run');
      const left = listed(await retentionCommand(dataDir, 'dry-run'));

      expect([run.status, run.out]).toEqual([0, expect.stringContaining('failed: 0') as string]);
      expect(left.filter((line) => !/^(held|frozen) /.test(line))).toEqual([]);
      expect(await retentionCommand(dataDir, 'verify')).toMatchObject({ status: 0 });
    },
    LIMIT,
  );

  it(
    'find every line of the ledger that was changed, in the database or in its copy',
    async () => {
      const copy = join(dataDir, 'ledger.jsonl');
      const whole = readFileSync(copy, 'utf8');
      const rows = whole.split('\n');
      const middle = Math.floor(rows.length / 2);
      const changed = rows.map((row, at) => (at === middle ? row.replace('"counts":{', '"counts":{"more":1,') : row));
      writeFileSync(copy, changed.join('\n'));
      const tampered = await retentionCommand(dataDir, 'verify');
      writeFileSync(copy, whole);
      const mended = await retentionCommand(dataDir, 'verify');
      changeLine(dataDir, middle + 1);
      const inDatabase = await retentionCommand(dataDir, 'verify');

      expect(tampered.status).toBe(1);
      expect(tampered.out).toContain(`line ${middle + 1} `);
      expect(mended.status).toBe(0);
      expect(inDatabase.status).toBe(1);
      expect(inDatabase.out).toContain(`line ${middle + 1} in the database was changed`);
    },
    LIMIT,
  );
});

const EVERY_KIND = [
  ...['bot_conversation', 'staff_part_of_tenancy', 'staff_part_without_tenancy', 'mail'].flatMap((recordClass) =>
    ['delete', 'frozen', 'held'].map((what) => `${what} ${recordClass}`),
  ),
  ...['request', 'disputed_request', 'abandoned_request', 'complaint', 'breach_report'].flatMap((recordClass) =>
    ['anonymise', 'frozen', 'held'].map((what) => `${what} ${recordClass}`),
  ),
  'delete one_time_code',
].sort();
