import type { Collection } from '../../src/shared/document-store';
import { migrateCollection } from '../../src/storage/migrate-collection';
import { ENGINES, type OpenEngine } from '../support/engines';
import { testSeals } from '../support/test-seals';

interface Person {
  readonly name: string;
  readonly initial?: string;
}

const BEFORE: Collection<Person> = { name: 'people', indexes: [] };
const NOW: Collection<Person> = {
  name: 'people',
  indexes: [{ name: 'by-initial', fields: ['initial'] }],
  migrations: [(body) => ({ ...body, initial: (body as Person).name.charAt(0) })],
};

const seals = testSeals('k1');

describe.each(ENGINES)('migrating a collection on %s', (_name, open) => {
  let engine: OpenEngine;

  beforeEach(async () => {
    engine = await open();
  });
  afterEach(() => engine.close());

  it('writes every older document anew, so that new indexes find it, and leaves the others', async () => {
    const { store, raw } = engine;
    for (let n = 0; n < 250; n++) await store.insert(BEFORE, `old-${n}`, { name: 'Ann' });
    await store.insert(NOW, 'new', { name: 'Bob', initial: 'B' });
    const byInitial = { index: 'by-initial', equals: { initial: 'A' }, limit: 1000 } as const;
    expect(await store.find(NOW, byInitial)).toEqual([]);

    expect(await migrateCollection(raw, NOW, seals)).toBe(250);

    expect(await store.find(NOW, byInitial)).toHaveLength(250);
    expect(await migrateCollection(raw, NOW, seals)).toBe(0);
  });

  it('does not stand in the way of somebody who has read a document before', async () => {
    const { store, raw } = engine;
    await store.insert(BEFORE, 'a', { name: 'Ann' });
    const read = await store.get(NOW, 'a');

    await migrateCollection(raw, NOW, seals);

    expect(await store.replace(NOW, 'a', read?.version ?? 0, { name: 'Bea', initial: 'B' })).toBe('replaced');
  });

  it('does not write over what was replaced since it was read', async () => {
    const { store, raw } = engine;
    await store.insert(BEFORE, 'a', { name: 'Ann' });
    const [read] = await raw.page(NOW, undefined, 1);
    await store.replace(NOW, 'a', 1, { name: 'Bea', initial: 'B' });

    expect(read && (await raw.rewrite(NOW, read))).toBe(false);
    expect((await store.get(NOW, 'a'))?.body.name).toBe('Bea');
  });

  it('refuses documents of a newer release, reading and migrating', async () => {
    const { store, raw } = engine;
    await store.insert(NOW, 'a', { name: 'Ann', initial: 'A' });

    await expect(store.get(BEFORE, 'a')).rejects.toMatchObject({ code: 'store_unavailable' });
    await expect(migrateCollection(raw, BEFORE, seals)).rejects.toThrow(/people was written by a newer release/);
  });
});
