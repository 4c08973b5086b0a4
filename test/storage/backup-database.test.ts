import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Collection } from '../../src/shared/document-store';
import { backupDatabase, restoreDatabase } from '../../src/storage/sqlite/backup-database';
import { SqliteDocumentStore } from '../../src/storage/sqlite/sqlite-document-store';

const THINGS: Collection<{ readonly name: string }> = {
  name: 'things',
  indexes: [{ name: 'by-name', fields: ['name'] }],
};

describe('a backup of SQLite', () => {
  let folder: string;
  let data: string;
  let file: string;
  let store: SqliteDocumentStore;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'privacy-desk-backup-'));
    data = join(folder, 'data');
    file = join(folder, 'backup.db');
    store = SqliteDocumentStore.open(data);
    for (let n = 0; n < 100; n++) await store.insert(THINGS, `thing-${n}`, { name: `name ${n}` });
  });
  afterEach(() => {
    store.close();
    rmSync(folder, { recursive: true });
  });

  it('has everything that was acknowledged before it, while the service goes on', async () => {
    const writing = store.insert(THINGS, 'later', { name: 'later' });

    expect(backupDatabase(data, file, [THINGS])).toEqual({ things: 100 });
    expect(await writing).toBe('inserted');
    expect(await store.insert(THINGS, 'after', { name: 'after' })).toBe('inserted');
    expect(readdirSync(folder).sort()).toEqual(['backup.db', 'data']);
  });

  it('has nothing of what was deleted', async () => {
    await store.insert(THINGS, 'secret', { name: 'to be forgotten' });
    await store.delete(THINGS, 'secret');

    backupDatabase(data, file, [THINGS]);

    expect(readFileSync(file).includes('to be forgotten')).toBe(false);
  });

  it('is not written over a file', () => {
    writeFileSync(file, 'precious');

    expect(() => backupDatabase(data, file, [THINGS])).toThrow(/is there already/);
    expect(readFileSync(file, 'utf8')).toBe('precious');
  });

  it('leaves nothing behind when it cannot be written', () => {
    expect(() => backupDatabase(data, join(folder, 'nowhere', 'backup.db'), [THINGS])).toThrow(/cannot be written/);
    expect(() => backupDatabase(join(folder, 'empty'), file, [THINGS])).toThrow(/there is no database in/);
    expect(readdirSync(folder)).toEqual(['data']);
  });

  it('is restored to a folder without a database, for its owner only', async () => {
    backupDatabase(data, file, [THINGS]);
    const other = join(folder, 'other');

    expect(restoreDatabase(file, other, [THINGS])).toEqual({ things: 100 });

    expect(statSync(other).mode & 0o077).toBe(0);
    const restored = SqliteDocumentStore.open(other);
    expect((await restored.get(THINGS, 'thing-99'))?.body.name).toBe('name 99');
    expect(await restored.find(THINGS, { index: 'by-name', equals: { name: 'name 7' }, limit: 2 })).toHaveLength(1);
    restored.close();
  });

  it('is restored over nothing, nor beside the log of another database, nor under a running service', () => {
    backupDatabase(data, file, [THINGS]);
    const other = join(folder, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'desk.db-wal'), 'log');

    expect(() => restoreDatabase(file, data, [THINGS])).toThrow(/another process is already using/);
    expect(() => restoreDatabase(file, other, [THINGS])).toThrow(/desk.db-wal is there already/);
    store.close();
    expect(() => restoreDatabase(file, data, [THINGS])).toThrow(/desk.db is there already/);
    store = SqliteDocumentStore.open(data);
  });

  it.each([
    ['damaged', (content: Buffer) => content.fill(7, 4096, 12_000)],
    ['cut off', (content: Buffer) => content.subarray(0, 5000)],
    ['no database', () => Buffer.from('hello')],
  ])('is not restored when it is %s', (_name, spoil) => {
    backupDatabase(data, file, [THINGS]);
    writeFileSync(file, spoil(readFileSync(file)));
    const other = join(folder, 'other');

    expect(() => restoreDatabase(file, other, [THINGS])).toThrow(/is damaged, or is no database/);
    expect(existsSync(join(other, 'desk.db'))).toBe(false);
  });

  it('is not restored when it is missing, of something else, or of a newer release', async () => {
    const other = join(folder, 'other');
    expect(() => restoreDatabase(join(folder, 'missing.db'), other, [THINGS])).toThrow(/there is no file/);

    const newer: Collection<{ readonly name: string }> = { ...THINGS, migrations: [(body) => body] };
    await store.insert(newer, 'newer', { name: 'newer' });
    backupDatabase(data, file, [newer]);
    expect(() => restoreDatabase(file, other, [THINGS])).toThrow(/newer release/);
    expect(() => restoreDatabase(file, other, [{ name: 'others', indexes: [] }])).toThrow(
      /no database of this service/,
    );
  });
});
