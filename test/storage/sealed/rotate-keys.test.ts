import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Collection } from '../../../src/shared/document-store';
import { countByKey } from '../../../src/storage/sealed/count-by-key';
import { EncryptionKeyFile, LOOK_EVERY } from '../../../src/storage/sealed/encryption-key-file';
import { checkKeys, KEY_CHECK, leaveKeyCheck } from '../../../src/storage/sealed/key-check';
import { rotateKeys, type Rotated } from '../../../src/storage/sealed/rotate-keys';
import type { RawStore } from '../../../src/storage/sealed/seal-everything';
import { SealedDocumentStore } from '../../../src/storage/sealed/sealed-document-store';
import { Seals } from '../../../src/storage/sealed/seals';
import { ENGINES, type OpenEngine } from '../../support/engines';
import { testSeals } from '../../support/test-seals';

interface Note {
  readonly text: string;
  readonly count: number;
}

const NOTES: Collection<Note> = { name: 'notes', indexes: [], personal: ['text'] };
/** Numbers of the notes that are written all the time. */
const WRITERS = [3, 40, 77, 129];
const COLLECTIONS = [NOTES, KEY_CHECK];

describe.each(ENGINES)('a rotation of the keys on %s', (_name, open) => {
  let engine: OpenEngine;
  let folder: string;
  /** Milliseconds. */
  let now = 0;
  let service: SealedDocumentStore;
  const file = (): EncryptionKeyFile => EncryptionKeyFile.openOrCreate(folder, () => now);
  const idsInFile = (): string[] =>
    file()
      .all()
      .map(({ id }) => id);
  const neededKeys = async (): Promise<string[]> => [...(await countByKey(engine.raw, COLLECTIONS)).byKey.keys()];
  const texts = async (count: number): Promise<(string | undefined)[]> =>
    Promise.all(Array.from({ length: count }, async (_, n) => (await service.get(NOTES, `n${n}`))?.body.text));
  const nothing = (): Promise<void> => Promise.resolve();
  const rotate = (whileWaiting = nothing, afterWaiting = nothing, store = engine.raw): Promise<Rotated> => {
    const wait = async (milliseconds: number): Promise<void> => {
      await whileWaiting();
      now += milliseconds;
      await afterWaiting();
    };
    return rotateKeys({ store, collections: COLLECTIONS, seals: new Seals(file(), 'x'), wait });
  };

  beforeEach(async () => {
    engine = await open();
    folder = mkdtempSync(join(tmpdir(), 'privacy-desk-rotation-'));
    const seals = new Seals(file(), 'x');
    service = new SealedDocumentStore(engine.store, seals);
    await leaveKeyCheck(engine.store, seals, 'sealed');
    for (let n = 0; n < 130; n++) await service.insert(NOTES, `n${n}`, { text: `note ${n}`, count: 0 });
  });
  afterEach(async () => {
    await engine.close();
    rmSync(folder, { recursive: true });
  });

  it('has everything sealed with a new key, and drops the old one', async () => {
    const before = idsInFile();

    const { sealing, documents, unused, needed } = await rotate();

    expect([documents, unused, needed]).toEqual([130, before, []]);
    expect(idsInFile()).toEqual([sealing]);
    expect(await neededKeys()).toEqual([sealing]);
    expect(await texts(130)).toEqual(Array.from({ length: 130 }, (_, n) => `note ${n}`));
    await expect(checkKeys(engine.store, { keys: file(), lookupKey: 'x' })).resolves.toBeUndefined();
  });

  it('does not stand in the way of somebody who has read a document before', async () => {
    const read = await service.get(NOTES, 'n1');

    await rotate();

    expect(await service.replace(NOTES, 'n1', read?.version ?? 0, { text: 'new', count: 1 })).toBe('replaced');
  });

  it('loses nothing that is written while it goes on', async () => {
    const counts = Array.from({ length: 130 }, () => 0);
    let isOver = false;
    const write = async (own: number): Promise<void> => {
      while (!isOver) {
        const id = `n${own}`;
        const stored = await service.get(NOTES, id);
        const body = { text: `note ${own}`, count: (stored?.body.count ?? 0) + 1 };
        if ((await service.replace(NOTES, id, stored?.version ?? 0, body)) === 'replaced') counts[own] = body.count;
      }
    };
    const writers = Promise.all(WRITERS.map(write));

    const eachHasWritten = async (more: number): Promise<void> => {
      const enough = WRITERS.map((own) => (counts[own] ?? 0) + more);
      while (WRITERS.some((own, at) => (counts[own] ?? 0) < (enough[at] ?? 0))) await new Promise(setImmediate);
    };
    // After the time that it waits, no write is under way any more that was begun before.
    const { sealing, needed } = await rotate(
      () => eachHasWritten(5),
      () => eachHasWritten(2),
    );
    isOver = true;
    await writers;

    expect(needed).toEqual([]);
    expect(await neededKeys()).toEqual([sealing]);
    const found = await Promise.all(counts.map(async (_, n) => (await service.get(NOTES, `n${n}`))?.body.count));
    expect(found).toEqual(counts);
  });

  it('has the running service seal with the new key within a moment, and open at once what others sealed', async () => {
    await rotate(async () => {
      const [sealing, old] = idsInFile();
      await service.insert(NOTES, 'early', { text: 'early', count: 0 });
      now += LOOK_EVERY;
      await service.insert(NOTES, 'late', { text: 'late', count: 0 });
      const { byKey } = await countByKey(engine.raw, [NOTES]);
      expect([byKey.get(sealing ?? ''), byKey.get(old ?? '')]).toEqual([1, 131]);
    });

    expect((await service.get(NOTES, 'early'))?.body.text).toBe('early');
  });

  it('goes on with the key that it made when it was cut off, and drops none that is needed', async () => {
    const cutOff = rotate(() => Promise.reject(new Error('cut off')));
    await expect(cutOff).rejects.toThrow('cut off');
    const [made] = idsInFile();
    expect(idsInFile()).toHaveLength(2);

    const { sealing } = await rotate();

    expect(sealing).toBe(made);
    expect(idsInFile()).toEqual([made]);
  });

  it('keeps an old key as long as something is sealed with it', async () => {
    const [old = ''] = idsInFile();
    const { raw } = engine;
    const contested: RawStore = {
      get: (collection, id) => raw.get(collection, id),
      insert: (collection, id, body) => raw.insert(collection, id, body),
      replace: (collection, id, version, body) => raw.replace(collection, id, version, body),
      page: (collection, afterId, limit) => raw.page(collection, afterId, limit),
      // Somebody else is faster each time.
      rewrite: () => Promise.resolve(false),
    };

    const { needed, unused } = await rotate(nothing, nothing, contested);

    expect([needed, unused]).toEqual([[old], []]);
    expect(idsInFile()).toContain(old);
    expect(await texts(1)).toEqual(['note 0']);
  });

  it('makes and drops nothing where the settings have the keys, and says which are of no use any more', async () => {
    await engine.store.delete(KEY_CHECK, 'check');
    const old = new SealedDocumentStore(engine.store, testSeals('k1'));
    for (let n = 0; n < 130; n++) await old.replace(NOTES, `n${n}`, 1, { text: `note ${n}`, count: 0 });
    const seals = testSeals('k2', 'k1');

    const rotated = await rotateKeys({ store: engine.raw, collections: [NOTES], seals, wait: () => Promise.resolve() });

    expect(rotated).toEqual({ sealing: 'k2', documents: 130, unused: ['k1'], needed: [] });
    expect(idsInFile()).toHaveLength(1);
  });
});
