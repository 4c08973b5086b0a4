import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Collection, DocumentStore } from '../../../src/shared/document-store';
import { openRaw, openStorage, openToEdit, openToRead, type Place } from '../../../src/storage/open-storage';
import { readEncryptionKeys } from '../../../src/storage/sealed/encryption-keys';
import { KEY_CHECK } from '../../../src/storage/sealed/key-check';
import { sealEverything } from '../../../src/storage/sealed/seal-everything';
import { SqliteDocumentStore } from '../../../src/storage/sqlite/sqlite-document-store';

interface Person {
  readonly name: string;
  readonly initial?: string;
}

const BEFORE: Collection<Person> = { name: 'people', indexes: [] };
const PEOPLE: Collection<Person> = {
  name: 'people',
  indexes: [
    { name: 'by-name', fields: ['name'] },
    { name: 'by-initial', fields: ['initial'] },
  ],
  personal: ['name'],
  migrations: [(body) => ({ ...body, initial: (body as Person).name.charAt(0) })],
};
const COLLECTIONS = [PEOPLE, KEY_CHECK];
const secret = (letter: string): string => Buffer.alloc(32, letter).toString('base64url');

describe('the database of an installation with keys', () => {
  let place: Place;
  const start = () => openStorage(place, COLLECTIONS, () => undefined);
  const once = async <R>(use: (store: DocumentStore) => Promise<R>): Promise<R> => {
    const store = await start();
    return use(store).finally(() => store.close());
  };
  const file = (name: string): string => join(place.dataDir, name);
  const keysOf = (text: string): Place['encryptionKeys'] => readEncryptionKeys(text);

  beforeEach(() => {
    const dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-keys-'));
    place = { dataDir, mongodbUri: undefined, encryptionKeys: undefined };
  });
  afterEach(() => rmSync(place.dataDir, { recursive: true }));

  it('has keys made on the first start, and opens with them again', async () => {
    await once((store) => store.insert(PEOPLE, 'a', { name: 'Ann' }));

    expect(readdirSync(place.dataDir)).toEqual(expect.arrayContaining(['encryption.keys', 'lookup.key']));
    expect((await once((store) => store.get(PEOPLE, 'a')))?.body).toEqual({ name: 'Ann' });
  });

  it.each(['encryption.keys', 'lookup.key'])('does not open without %s, says so, and makes no other', async (name) => {
    await once((store) => store.insert(PEOPLE, 'a', { name: 'Ann' }));
    renameSync(file(name), file('away'));

    for (const open of [start, () => openToRead(place), () => openToEdit(place)]) {
      await expect(open()).rejects.toMatchObject({
        code: 'key_missing',
        message: expect.stringContaining(name) as string,
      });
    }
    expect(readdirSync(place.dataDir)).not.toContain(name);
    renameSync(file('away'), file(name));
    expect((await once((store) => store.get(PEOPLE, 'a')))?.body.name).toBe('Ann');
  });

  it.each([
    ['another key', `k9:${secret('x')}`, /the key k1, with which they are sealed, is missing/],
    ['another key of the same name', `k1:${secret('x')}`, /the key that is called k1 is not the one/],
  ])('does not open with %s', async (_which, other, said) => {
    place = { ...place, encryptionKeys: keysOf(`k1:${secret('a')}`) };
    await once((store) => store.insert(PEOPLE, 'a', { name: 'Ann' }));

    place = { ...place, encryptionKeys: keysOf(other) };

    await expect(start()).rejects.toThrow(said);
    await expect(start()).rejects.not.toThrow(other.slice(3));
  });

  it('does not open with another key for lookup: nothing would be found', async () => {
    await once((store) => store.insert(PEOPLE, 'a', { name: 'Ann' }));
    writeFileSync(file('lookup.key'), secret('x'));

    await expect(start()).rejects.toThrow(/lookup.key is not the one/);
  });

  it('makes no file of keys where the settings have them', async () => {
    place = { ...place, encryptionKeys: keysOf(`k1:${secret('a')}`) };
    await once((store) => store.insert(PEOPLE, 'a', { name: 'Ann' }));

    expect(readdirSync(place.dataDir)).not.toContain('encryption.keys');
  });

  describe('with documents from before there were seals', () => {
    beforeEach(async () => {
      const store = SqliteDocumentStore.open(place.dataDir);
      for (let n = 0; n < 120; n++) await store.insert(BEFORE, `p${n}`, { name: `Ann ${n}` });
      store.close();
    });

    const sealAll = async (afterCollection: () => void = () => undefined): Promise<number> => {
      const { engine, seals } = await openRaw(place);
      let written = 0;
      await sealEverything(engine, COLLECTIONS, seals, (_name, documents) => {
        written += documents;
        afterCollection();
      }).finally(() => engine.close());
      return written;
    };

    it('is not used by the service before they are sealed, since they would not be found', async () => {
      await expect(start()).rejects.toThrow(/npm run -s migrate/);

      expect(await sealAll()).toBe(120);

      const found = await once((store) =>
        store.find(PEOPLE, { index: 'by-name', equals: { name: 'Ann 7' }, limit: 2 }),
      );
      expect(found.map(({ id, body }) => [id, body])).toEqual([['p7', { name: 'Ann 7', initial: 'A' }]]);
      expect(await sealAll()).toBe(0);
    });

    it('stays so when sealing them was cut off, and goes on with the same keys only', async () => {
      const cutOff = sealAll(() => {
        throw new Error('cut off');
      });
      await expect(cutOff).rejects.toThrow('cut off');

      await expect(start()).rejects.toThrow(/npm run -s migrate/);
      const own = place;
      place = { ...place, encryptionKeys: keysOf(`k1:${secret('x')}`) };
      await expect(sealAll()).rejects.toMatchObject({ code: 'key_missing' });
      place = own;
      await sealAll();
      await expect(once((store) => store.get(PEOPLE, 'p1'))).resolves.toMatchObject({ body: { name: 'Ann 1' } });
    });

    it('has no trace of them left once they are sealed', async () => {
      await sealAll();

      const { engine } = await openRaw(place);
      const bodies = await engine.page(PEOPLE, undefined, 200);
      await engine.close();
      expect(JSON.stringify(bodies)).not.toContain('Ann');
    });
  });
});
