import type { Collection, DocumentStore } from '../../src/shared/document-store';

interface Note {
  readonly owner: string;
  readonly rank?: number;
  readonly key?: string;
  readonly text?: string;
}

/** What every engine under the document port has to do. Each test uses a collection of its own. */
export function describeDocumentStore(engine: string, open: () => Promise<DocumentStore>): void {
  let store: DocumentStore;
  let count = 0;
  const newCollection = (): Collection<Note> => ({
    name: `notes-${++count}`,
    indexes: [
      { name: 'by-rank', fields: ['owner', 'rank'], unique: true },
      { name: 'by-key', fields: ['owner', 'key'], unique: true },
      { name: 'ranks', fields: ['rank'] },
    ],
  });

  describe(`the document store on ${engine}`, () => {
    let notes: Collection<Note>;
    beforeAll(async () => {
      store = await open();
    });
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

    it('deletes once', async () => {
      await store.insert(notes, 'a', { owner: 'ann', rank: 1 });

      expect(await store.delete(notes, 'a')).toBe(true);
      expect(await store.delete(notes, 'a')).toBe(false);
      expect(await store.find(notes, { index: 'ranks', limit: 10 })).toEqual([]);
    });

    it.each([
      ['quotes and semicolons', `'"; DROP TABLE notes; --`],
      ['line breaks and zero width', 'a\n\r\tb\u200b'],
      ['other scripts and emoji', 'كم من الوقت 👩‍👩‍👧 Łódź'],
      ['a null character', 'a\u0000b'],
      ['nothing', ''],
    ])('keeps %s as they are, in ids, keys and text', async (_name, odd) => {
      await store.insert(notes, `id ${odd}`, { owner: odd, rank: 1, key: odd, text: odd });

      expect((await store.get(notes, `id ${odd}`))?.body).toEqual({ owner: odd, rank: 1, key: odd, text: odd });
      expect(await store.find(notes, { index: 'by-key', equals: { owner: odd, key: odd }, limit: 2 })).toHaveLength(1);
    });

    it('keeps a document of one megabyte', async () => {
      const text = 'ä'.repeat(512 * 1024);
      await store.insert(notes, 'big', { owner: 'ann', text });

      expect((await store.get(notes, 'big'))?.body.text).toBe(text);
    });
  });
}
