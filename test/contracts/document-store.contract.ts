import { changeDocument } from '../../src/shared/change-document';
import type { Collection, DocumentStore } from '../../src/shared/document-store';
import type { OpenEngine } from '../support/engines';

interface Note {
  readonly owner: string;
  readonly rank?: number;
  readonly key?: string;
  readonly text?: string;
  readonly more?: unknown;
}

/**
 * What every engine under the document port has to do. Each test uses a collection of its own.
 *
 * @param personal fields that are sealed, where the store does so
 */
export function describeDocumentStore(
  name: string,
  open: () => Promise<OpenEngine>,
  personal: readonly (keyof Note)[] = [],
): void {
  let engine: OpenEngine;
  let store: DocumentStore;
  let count = 0;
  const newCollection = (): Collection<Note> => ({
    name: `notes-${++count}`,
    indexes: [
      { name: 'by-rank', fields: ['owner', 'rank'], unique: true },
      { name: 'by-key', fields: ['owner', 'key'], unique: true },
      { name: 'ranks', fields: ['rank'] },
    ],
    personal,
  });

  describe(`the document store on ${name}`, () => {
    let notes: Collection<Note>;
    beforeAll(async () => {
      engine = await open();
      store = engine.store;
    });
    afterAll(() => engine.close());
    beforeEach(() => {
      notes = newCollection();
    });

    it('gives back what was inserted, as version 1', async () => {
      expect(await store.insert(notes, 'a', { owner: 'ann', rank: 1 })).toBe('inserted');

      expect(await store.get(notes, 'a')).toEqual({ id: 'a', version: 1, body: { owner: 'ann', rank: 1 } });
    });

    it('knows no document that was never inserted', async () => {
      expect(await store.get(notes, 'nobody')).toBeUndefined();
    });

    it('refuses a second document of the same id and keeps the first', async () => {
      await store.insert(notes, 'a', { owner: 'ann' });

      expect(await store.insert(notes, 'a', { owner: 'bob' })).toBe('exists');
      expect((await store.get(notes, 'a'))?.body).toEqual({ owner: 'ann' });
    });

    it('refuses a second document with the same unique values', async () => {
      await store.insert(notes, 'a', { owner: 'ann', rank: 1 });

      expect(await store.insert(notes, 'b', { owner: 'ann', rank: 1 })).toBe('exists');
      expect(await store.insert(notes, 'c', { owner: 'bob', rank: 1 })).toBe('inserted');
    });

    it('lets any number of documents go without a value that is unique where it is given', async () => {
      expect(await store.insert(notes, 'a', { owner: 'ann', rank: 1 })).toBe('inserted');
      expect(await store.insert(notes, 'b', { owner: 'ann', rank: 2 })).toBe('inserted');
      expect(await store.insert(notes, 'c', { owner: 'ann' })).toBe('inserted');
      expect(await store.insert(notes, 'd', { owner: 'ann' })).toBe('inserted');
    });

    it('has a unique value free again once its document is deleted or replaced by one with another', async () => {
      await store.insert(notes, 'a', { owner: 'ann', rank: 1 });
      await store.insert(notes, 'b', { owner: 'ann', rank: 2 });
      await store.delete(notes, 'a');
      await store.replace(notes, 'b', 1, { owner: 'ann', rank: 3 });

      expect(await store.insert(notes, 'c', { owner: 'ann', rank: 1 })).toBe('inserted');
      expect(await store.insert(notes, 'd', { owner: 'ann', rank: 2 })).toBe('inserted');
    });

    it('fails a replacement that would take a unique value of another document, and changes nothing', async () => {
      await store.insert(notes, 'a', { owner: 'ann', rank: 1 });
      await store.insert(notes, 'b', { owner: 'ann', rank: 2 });

      await expect(store.replace(notes, 'b', 1, { owner: 'ann', rank: 1 })).rejects.toMatchObject({
        code: 'store_unavailable',
      });
      expect(await store.get(notes, 'b')).toEqual({ id: 'b', version: 1, body: { owner: 'ann', rank: 2 } });
    });

    it('replaces the version that it is told, and counts it up', async () => {
      await store.insert(notes, 'a', { owner: 'ann', text: 'old' });

      expect(await store.replace(notes, 'a', 1, { owner: 'ann', text: 'new' })).toBe('replaced');
      expect(await store.get(notes, 'a')).toEqual({ id: 'a', version: 2, body: { owner: 'ann', text: 'new' } });
    });

    it('refuses to replace a version that is no longer there, or a document that never was', async () => {
      await store.insert(notes, 'a', { owner: 'ann' });
      await store.replace(notes, 'a', 1, { owner: 'ann', text: 'newer' });

      expect(await store.replace(notes, 'a', 1, { owner: 'ann', text: 'late' })).toBe('conflict');
      expect(await store.replace(notes, 'b', 1, { owner: 'ann' })).toBe('conflict');
      expect((await store.get(notes, 'a'))?.body.text).toBe('newer');
    });

    it('lets exactly one of many writers of the same version win', async () => {
      await store.insert(notes, 'a', { owner: 'ann' });

      const writers = Array.from({ length: 50 }, (_, n) => store.replace(notes, 'a', 1, { owner: 'ann', rank: n }));
      const outcomes = await Promise.all(writers);

      expect(outcomes.filter((outcome) => outcome === 'replaced')).toHaveLength(1);
      expect((await store.get(notes, 'a'))?.version).toBe(2);
    });

    it('lets exactly one of many inserts of the same unique values win', async () => {
      const writers = Array.from({ length: 50 }, (_, n) => store.insert(notes, `n${n}`, { owner: 'ann', key: 'same' }));
      const outcomes = await Promise.all(writers);

      expect(outcomes.filter((outcome) => outcome === 'inserted')).toHaveLength(1);
    });

    it('loses no change of many writers that each read before they write', async () => {
      const addOne = (): Promise<void> =>
        changeDocument(store, notes, 'a', (current) => ({
          body: { owner: 'ann', rank: (current?.rank ?? 0) + 1 },
          result: undefined,
        }));
      const work = async (): Promise<void> => {
        for (let change = 0; change < 5; change++) await addOne();
      };

      await Promise.all(Array.from({ length: 8 }, work));

      expect(await store.get(notes, 'a')).toEqual({ id: 'a', version: 40, body: { owner: 'ann', rank: 40 } });
    });

    it('finds by equality, a range and an order, up to a limit', async () => {
      for (const rank of [3, 1, 2, 5, 4]) await store.insert(notes, `a${rank}`, { owner: 'ann', rank });
      await store.insert(notes, 'b1', { owner: 'bob', rank: 3 });
      const ranks = async (query: object) => {
        const found = await store.find(notes, { index: 'by-rank', equals: { owner: 'ann' }, limit: 10, ...query });
        return found.map(({ body }) => body.rank);
      };

      expect(await ranks({})).toEqual([1, 2, 3, 4, 5]);
      expect(await ranks({ range: { above: 2 } })).toEqual([3, 4, 5]);
      expect(await ranks({ range: { above: 1, upTo: 3 } })).toEqual([2, 3]);
      expect(await ranks({ order: 'descending', limit: 2 })).toEqual([5, 4]);
      expect(await ranks({ range: { above: 9 } })).toEqual([]);
    });

    it('finds without any equality by the first field of the index', async () => {
      for (const rank of [2, 1]) await store.insert(notes, `a${rank}`, { owner: `o${rank}`, rank });

      const found = await store.find(notes, { index: 'ranks', range: { upTo: 1 }, limit: 10 });

      expect(found.map(({ id }) => id)).toEqual(['a1']);
    });

    it('finds only what has all the fields of the index', async () => {
      await store.insert(notes, 'a', { owner: 'ann' });
      await store.insert(notes, 'b', { owner: 'ann', rank: 1 });
      const idsBy = async (query: object) =>
        (await store.find(notes, { index: 'by-rank', limit: 10, ...query })).map(({ id }) => id);

      expect(await idsBy({})).toEqual(['b']);
      expect(await idsBy({ equals: { owner: 'ann' } })).toEqual(['b']);
      expect(await idsBy({ equals: { owner: 'ann' }, range: { upTo: 5 } })).toEqual(['b']);
      expect(await idsBy({ equals: { owner: 'ann', rank: 1 } })).toEqual(['b']);
    });

    it('orders numbers by size and texts by their bytes', async () => {
      const ranks = [10, 9, -1, 2.5, 0];
      const keys = ['Z', 'a', 'é', 'b', '\uffee', '😀', '1', '10', '2'];
      for (const rank of ranks) await store.insert(notes, `r${rank}`, { owner: 'ann', rank });
      for (const key of keys) await store.insert(notes, `k${key}`, { owner: 'bob', key });

      const byRank = await store.find(notes, { index: 'by-rank', equals: { owner: 'ann' }, limit: 20 });
      const byKey = await store.find(notes, { index: 'by-key', equals: { owner: 'bob' }, limit: 20 });

      expect(byRank.map(({ body }) => body.rank)).toEqual([-1, 0, 2.5, 9, 10]);
      expect(byKey.map(({ body }) => body.key)).toEqual(['1', '10', '2', 'Z', 'a', 'b', 'é', '\uffee', '😀']);
    });

    it('shows all of many in pages, each once and in order', async () => {
      const writers = Array.from({ length: 250 }, (_, n) => store.insert(notes, `n${n}`, { owner: 'ann', rank: n }));
      await Promise.all(writers);

      const seen: (number | undefined)[] = [];
      for (let above = -1; ; above = seen.at(-1) ?? NaN) {
        const page = await store.find(notes, {
          index: 'by-rank',
          equals: { owner: 'ann' },
          range: { above },
          limit: 40,
        });
        seen.push(...page.map(({ body }) => body.rank));
        if (page.length < 40) break;
      }

      expect(seen).toEqual(Array.from({ length: 250 }, (_, n) => n));
    });

    it('finds what is over by its expiry, the longest over first', async () => {
      const tickets: Collection<{ readonly until: string }> = {
        name: `tickets-${count}`,
        indexes: [{ name: 'by-expiry', fields: ['until'] }],
        expiry: 'until',
      };
      // In the future for a database with a clock of its own: it is not to delete them.
      for (const year of [2092, 2091, 2095])
        await store.insert(tickets, `t${year}`, { until: `${year}-01-01T00:00:00Z` });

      const over = await store.find(tickets, {
        index: 'by-expiry',
        range: { upTo: '2093-01-01T00:00:00Z' },
        limit: 10,
      });

      expect(over.map(({ id }) => id)).toEqual(['t2091', 't2092']);
    });

    it('deletes once', async () => {
      await store.insert(notes, 'a', { owner: 'ann', rank: 1 });

      expect(await store.delete(notes, 'a')).toBe(true);
      expect(await store.delete(notes, 'a')).toBe(false);
      expect(await store.find(notes, { index: 'ranks', limit: 10 })).toEqual([]);
    });

    it('migrates what an earlier release wrote when it is read, and writes it anew with the next change', async () => {
      await store.insert(notes, 'a', { owner: 'ann', text: 'old' });
      const migrated: Collection<Note> = {
        ...notes,
        migrations: [
          (body) => ({ ...body, rank: 7 }),
          (body) => ({ ...body, text: `${String((body as Note).text)}, but better` }),
        ],
      };
      const body = { owner: 'ann', text: 'old, but better', rank: 7 };

      expect(await store.get(migrated, 'a')).toEqual({ id: 'a', version: 1, body });
      await store.replace(migrated, 'a', 1, body);
      expect(await store.get(migrated, 'a')).toEqual({ id: 'a', version: 2, body });
    });
  });
}
