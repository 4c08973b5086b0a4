import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Collection } from '../../src/shared/document-store';
import { copyToMongo } from '../../src/storage/copy-to-mongo';
import { openStorage } from '../../src/storage/open-storage';
import { MongoDocumentStore } from '../../src/storage/mongo/mongo-document-store';
import { KEY_CHECK } from '../../src/storage/sealed/key-check';
import { SqliteDocumentStore } from '../../src/storage/sqlite/sqlite-document-store';
import { ManualClock } from '../support/manual-clock';
import { MONGODB_URI, newDatabase } from '../support/engines';

interface Thing {
  readonly name: string;
  readonly text?: string;
  readonly more?: unknown;
}

const THINGS: Collection<Thing> = { name: 'things', indexes: [{ name: 'by-name', fields: ['name'], unique: true }] };
const OTHERS: Collection<Thing> = { name: 'others', indexes: [], migrations: [(body) => body] };
const COLLECTIONS = [THINGS, OTHERS, KEY_CHECK];
const clock = new ManualClock('2026-11-28T09:00:00Z');

if (MONGODB_URI === '') {
  it.skip('THE COPY TO MONGODB WAS NOT TESTED: set MONGODB_URI to a server that speaks its protocol', () => undefined);
} else {
  describe('copying everything from SQLite to MongoDB', describeCopy);
}

function describeCopy(): void {
  let dataDir: string;
  let database: ReturnType<typeof newDatabase>;
  let told: string[];

  const onCopied = (name: string, { put, deleted, documents }: Told): void => {
    if (name !== KEY_CHECK.name) told.push(`${name}: ${documents} documents, put ${put}, deleted ${deleted}`);
  };
  const copy = async (): Promise<string[]> => {
    told = [];
    await copyToMongo({ dataDir, mongodbUri: database.uri, collections: COLLECTIONS, clock, onCopied });
    return told;
  };
  const inMongo = async <R>(work: (store: MongoDocumentStore) => Promise<R>): Promise<R> => {
    const store = await MongoDocumentStore.open({ uri: database.uri, makesIndexes: true });
    return work(store).finally(() => store.close());
  };
  const inSqlite = async <R>(work: (store: SqliteDocumentStore) => Promise<R>): Promise<R> => {
    const store = SqliteDocumentStore.open(dataDir);
    return work(store).finally(() => store.close());
  };
  const copyHalf = async (): Promise<void> => {
    const onCopied = (): never => {
      throw new Error('cut off');
    };
    const copying = copyToMongo({ dataDir, mongodbUri: database.uri, collections: COLLECTIONS, clock, onCopied });
    await expect(copying).rejects.toThrow('cut off');
  };

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-copy-'));
    database = newDatabase();
    const started = await openStorage(
      { dataDir, mongodbUri: undefined, encryptionKeys: undefined },
      COLLECTIONS,
      () => undefined,
    );
    await started.close();
    await inSqlite(async (store) => {
      for (let n = 0; n < 230; n++) await store.insert(THINGS, `thing-${n}`, { name: `name ${n}` });
      await store.insert(THINGS, 'odd 😀\u0000', { name: 'odd', more: { $x: ['\ud800', null], 10: 1, 9: 2 } });
      await store.replace(THINGS, 'thing-7', 1, { name: 'changed' });
      await store.insert(OTHERS, 'big', { name: 'big', text: 'ä'.repeat(512 * 1024) });
    });
  });
  afterEach(async () => {
    rmSync(dataDir, { recursive: true });
    await database.drop();
  });

  it('takes every document with its version and schema, and finds both the same', async () => {
    expect(await copy()).toEqual([
      'things: 231 documents, put 231, deleted 0',
      'others: 1 documents, put 1, deleted 0',
    ]);

    await inMongo(async (store) => {
      expect(await store.get(THINGS, 'thing-7')).toEqual({ id: 'thing-7', version: 2, body: { name: 'changed' } });
      expect((await store.get(THINGS, 'odd 😀\u0000'))?.body.more).toEqual({ $x: ['\ud800', null], 10: 1, 9: 2 });
      expect((await store.page(OTHERS, undefined, 2)).map(({ schema }) => schema)).toEqual([2]);
      expect(await store.insert(THINGS, 'new', { name: 'changed' })).toBe('exists');
    });
  });

  it('goes on where it was interrupted, and follows what has changed since', async () => {
    await copyHalf();
    await inSqlite(async (store) => {
      await store.delete(THINGS, 'thing-0');
      await store.delete(THINGS, 'thing-99');
      await store.replace(THINGS, 'thing-8', 1, { name: 'changed, too' });
      await store.insert(THINGS, 'a first one', { name: 'first' });
    });

    expect(await copy()).toEqual(['things: 230 documents, put 2, deleted 2', 'others: 1 documents, put 1, deleted 0']);
  });

  it('lets no service start on a half', async () => {
    await copyHalf();
    const place = { dataDir, mongodbUri: database.uri, encryptionKeys: undefined };

    await expect(openStorage(place, COLLECTIONS, () => undefined)).rejects.toThrow(/is not finished; begin it again/);
    await copy();
    const store = await openStorage(place, COLLECTIONS, () => undefined);
    expect(await store.get(THINGS, 'thing-1')).toBeDefined();
    await store.close();
  });

  it('writes over no database that is in use', async () => {
    await copy();
    await expect(copy()).rejects.toMatchObject({ code: 'already_there' });

    const other = newDatabase();
    database.drop().catch(() => undefined);
    database = other;
    await inMongo((store) => store.insert(OTHERS, 'mine', { name: 'mine' }));
    await expect(copy()).rejects.toMatchObject({ code: 'already_there' });
    expect(await inMongo((store) => store.page(THINGS, undefined, 1))).toEqual([]);
  });

  it('refuses while the service is running', async () => {
    const running = SqliteDocumentStore.open(dataDir);

    await expect(copy()).rejects.toMatchObject({ code: 'store_locked' });
    running.close();
  });
}

interface Told {
  readonly put: number;
  readonly deleted: number;
  readonly documents: number;
}
