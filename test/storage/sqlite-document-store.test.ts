import { mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Collection } from '../../src/shared/document-store';
import { loadOrCreateKey } from '../../src/storage/key-file';
import { SqliteDocumentEditor } from '../../src/storage/sqlite/sqlite-document-editor';
import { SqliteDocumentStore } from '../../src/storage/sqlite/sqlite-document-store';
import { describeDocumentStore } from '../contracts/document-store.contract';
import { describeLostConnection } from '../contracts/lost-connection.contract';
import { describeOddContent } from '../contracts/odd-content.contract';
import { openSqlite, sealed } from '../support/engines';
import { filesWith } from '../support/database-file';
import { eventually } from '../support/eventually';

const newFolder = (): string => join(mkdtempSync(join(tmpdir(), 'privacy-desk-store-')), 'data');
const THINGS: Collection<{ readonly name: string }> = { name: 'things', indexes: [] };

describeDocumentStore('SQLite', openSqlite);
describeOddContent('SQLite', openSqlite);
describeLostConnection('SQLite', openSqlite);

describeDocumentStore('SQLite, sealed', sealed(openSqlite), ['owner', 'text', 'more']);
describeOddContent('SQLite, sealed', sealed(openSqlite), ['key', 'text', 'more']);
describeLostConnection('SQLite, sealed', sealed(openSqlite), ['owner']);

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

  it('leaves in no file what was replaced', async () => {
    const folder = newFolder();
    const store = SqliteDocumentStore.open(folder);
    await store.insert(THINGS, 'a', { name: 'Featherstonehaugh' });
    expect(filesWith(folder, 'Featherstonehaugh')).not.toEqual([]);

    await store.replace(THINGS, 'a', 1, { name: '' });

    await eventually('no trace is left', () => filesWith(folder, 'Featherstonehaugh').length === 0);
  });
});

describe('the editor beside the store', () => {
  it('replaces a document while the store has it open, unless somebody was faster', async () => {
    const folder = newFolder();
    const store = SqliteDocumentStore.open(folder);
    await store.insert(THINGS, 'a', { name: 'old' });
    const editor = SqliteDocumentEditor.open(folder);

    const known = await editor.get(THINGS, 'a');
    const first = await editor.replace(THINGS, 'a', 1, { name: 'new' });
    const second = await store.replace(THINGS, 'a', 1, { name: 'too late' });
    editor.close();

    expect([known?.body.name, first, second]).toEqual(['old', 'replaced', 'conflict']);
    expect(await store.get(THINGS, 'a')).toEqual({ id: 'a', version: 2, body: { name: 'new' } });
  });

  it('finds nothing where nothing was kept, and makes nothing', async () => {
    const folder = newFolder();
    const store = SqliteDocumentStore.open(folder);
    const editor = SqliteDocumentEditor.open(folder);

    expect(await editor.get(THINGS, 'a')).toBeUndefined();
    expect(await editor.replace(THINGS, 'a', 1, { name: 'new' })).toBe('conflict');
    editor.close();
    expect(await store.insert(THINGS, 'a', { name: 'first' })).toBe('inserted');
  });

  it('leaves in no file what it replaced', async () => {
    const folder = newFolder();
    const store = SqliteDocumentStore.open(folder);
    await store.insert(THINGS, 'a', { name: 'Featherstonehaugh' });
    const editor = SqliteDocumentEditor.open(folder);

    await editor.replace(THINGS, 'a', 1, { name: '' });
    editor.close();

    expect(filesWith(folder, 'Featherstonehaugh')).toEqual([]);
  });

  it('says that there is no database where there is none', () => {
    const folder = newFolder();

    expect(failureOf(() => SqliteDocumentEditor.open(folder))).toMatchObject({ code: 'store_unavailable' });
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
