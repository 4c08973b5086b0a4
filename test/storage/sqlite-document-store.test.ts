import { mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Collection } from '../../src/shared/document-store';
import { loadOrCreateKey } from '../../src/storage/key-file';
import { SqliteDocumentStore } from '../../src/storage/sqlite/sqlite-document-store';
import { describeDocumentStore } from '../contracts/document-store.contract';

const newFolder = (): string => join(mkdtempSync(join(tmpdir(), 'privacy-desk-store-')), 'data');
const THINGS: Collection<{ readonly name: string }> = { name: 'things', indexes: [] };

describeDocumentStore('SQLite', () => Promise.resolve(SqliteDocumentStore.open(newFolder())));

describe('the SQLite document store', () => {
  it('has everything again after it was closed and opened', async () => {
    const folder = newFolder();
    const first = SqliteDocumentStore.open(folder);
    await first.insert(THINGS, 'a', { name: 'kept' });
    first.close();

    const second = SqliteDocumentStore.open(folder);

    expect((await second.get(THINGS, 'a'))?.body.name).toBe('kept');
  });

  it('writes what was asked for before it was closed', async () => {
    const folder = newFolder();
    const first = SqliteDocumentStore.open(folder);
    const writing = first.insert(THINGS, 'a', { name: 'in time' });
    first.close();

    expect(await writing).toBe('inserted');
    expect((await SqliteDocumentStore.open(folder).get(THINGS, 'a'))?.body.name).toBe('in time');
  });

  it('refuses a folder that another store has open, and takes it once that one is closed', () => {
    const folder = newFolder();
    const first = SqliteDocumentStore.open(folder);

    expect(failureOf(() => SqliteDocumentStore.open(folder))).toMatchObject({ code: 'store_locked' });
    first.close();
    expect(() => SqliteDocumentStore.open(folder)).not.toThrow();
  });

  it('makes a folder that only its owner can enter', () => {
    const folder = newFolder();
    SqliteDocumentStore.open(folder);

    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  it('says which folder it cannot use', () => {
    expect(failureOf(() => SqliteDocumentStore.open('/dev/null/data'))).toMatchObject({
      code: 'store_unavailable',
      message: expect.stringContaining('/dev/null/data') as string,
    });
  });

  it('fails one write without those that are committed with it', async () => {
    const store = SqliteDocumentStore.open(newFolder());
    const circular: { name: string; self?: unknown } = { name: 'circular' };
    circular.self = circular;

    const bad = store.insert(THINGS, 'bad', circular);
    const good = store.insert(THINGS, 'good', { name: 'good' });

    await expect(bad).rejects.toMatchObject({ code: 'store_unavailable' });
    expect(await good).toBe('inserted');
  });
});

describe('the key file', () => {
  it('is made once, readable by its owner only, and the same after that', () => {
    const folder = newFolder();

    const key = loadOrCreateKey(folder, 'token.key');

    expect(key.length).toBeGreaterThanOrEqual(43);
    expect(loadOrCreateKey(folder, 'token.key')).toBe(key);
    expect(statSync(join(folder, 'token.key')).mode & 0o077).toBe(0);
    expect(loadOrCreateKey(newFolder(), 'token.key')).not.toBe(key);
  });

  it.each(['', 'short\n'])('is not taken when it is damaged: "%s"', (content) => {
    const folder = newFolder();
    mkdirSync(folder);
    writeFileSync(join(folder, 'token.key'), content);

    expect(failureOf(() => loadOrCreateKey(folder, 'token.key'))).toMatchObject({
      message: expect.stringContaining('is damaged') as string,
    });
  });
});

function failureOf(act: () => unknown): unknown {
  try {
    act();
    return undefined;
  } catch (error) {
    return error;
  }
}
