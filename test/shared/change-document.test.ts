import { changeDocument } from '../../src/shared/change-document';
import type { Collection, DocumentStore } from '../../src/shared/document-store';
import { ENGINES, type OpenEngine } from '../support/engines';

interface Counter {
  readonly count: number;
}

const COUNTERS: Collection<Counter> = { name: 'counters', indexes: [] };

describe.each(ENGINES)('changing a document on %s', (_name, open) => {
  let engine: OpenEngine;
  let store: DocumentStore;
  beforeAll(async () => {
    engine = await open();
    store = engine.store;
  });
  afterAll(() => engine.close());

  const countUp = (id: string): Promise<number> =>
    changeDocument<Counter, number>(store, COUNTERS, id, (current) => {
      const count = (current?.count ?? 0) + 1;
      return { body: { count }, result: count };
    });

  it('makes it where there is none, and loses none of many changes at the same time', async () => {
    const counts = await Promise.all(Array.from({ length: 40 }, () => countUp('busy')));

    expect(counts.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
    expect((await store.get(COUNTERS, 'busy'))?.body).toEqual({ count: 40 });
  });

  it('writes nothing where nothing is to be changed', async () => {
    await countUp('quiet');

    expect(await changeDocument(store, COUNTERS, 'quiet', (current) => ({ result: current?.count }))).toBe(1);
    expect((await store.get(COUNTERS, 'quiet'))?.version).toBe(1);
  });

  it('gives up with a code when others are first every time', async () => {
    await countUp('contested');
    let attempts = 0;
    const alwaysLate = Object.assign(Object.create(store) as DocumentStore, {
      replace: () => Promise.resolve('conflict' as const),
    });

    const changing = changeDocument(alwaysLate, COUNTERS, 'contested', () => ({
      body: { count: ++attempts },
      result: 0,
    }));

    await expect(changing).rejects.toMatchObject({ code: 'state_conflict' });
    expect(attempts).toBeGreaterThan(1);
    expect((await store.get(COUNTERS, 'contested'))?.body).toEqual({ count: 1 });
  });
});
