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
 * What every engine under the document port has to keep as it is.
 *
 * @param personal fields that are sealed, where the store does so
 */
export function describeOddContent(
  name: string,
  open: () => Promise<OpenEngine>,
  personal: readonly (keyof Note)[] = [],
): void {
  describe(`odd content on ${name}`, () => {
    let engine: OpenEngine;
    let store: DocumentStore;
    let notes: Collection<Note>;
    let count = 0;

    beforeAll(async () => {
      engine = await open();
      store = engine.store;
    });
    afterAll(() => engine.close());
    beforeEach(() => {
      notes = {
        name: `odd-${++count}`,
        indexes: [
          { name: 'by-rank', fields: ['owner', 'rank'], unique: true },
          { name: 'by-key', fields: ['owner', 'key'], unique: true },
        ],
        personal,
      };
    });

    it.each([
      ['quotes and semicolons', `'"; DROP TABLE notes; --`],
      ['line breaks and zero width', 'a\n\r\tb\u200b'],
      ['other scripts and emoji', 'كم من الوقت 👩‍👩‍👧 Łódź'],
      ['a null character', 'a\u0000b'],
      ['nothing', ''],
    ])('keeps %s as they are, in ids, keys and text', async (_name, odd) => {
      const id = `id ${odd}`;
      const body = { owner: odd, rank: 1, key: odd, text: odd };
      await store.insert(notes, id, body);

      expect(await store.get(notes, id)).toEqual({ id, version: 1, body });
      expect(await store.find(notes, { index: 'by-key', equals: { owner: odd, key: odd }, limit: 2 })).toEqual([
        { id, version: 1, body },
      ]);
      expect((await engine.raw.page(notes, undefined, 2)).map((document) => document.id)).toEqual([id]);
    });

    it.each<[string, unknown]>([
      ['halves of characters', 'a\ud800b\udc00'],
      ['a null character', 'a\u0000b'],
      ['names with dollars and dots', { $set: { 'a.b': 1 }, 'c.d': { $ref: 'x', $id: 'y', $db: 'z' } }],
      ['names with null and half characters', { 'a\u0000b': 1, '\ud800': 2, '': 3 }],
      ['names that mean something to drivers and engines', { _bsontype: 'ObjectId', constructor: 1, toJSON: 'x' }],
      ['a name that means something to JavaScript', JSON.parse('{"__proto__":{"a":1}}')],
      ['nothing in many forms', [null, [], {}, '', 0, false, [null], { a: null }]],
      ['large and small numbers', [2 ** 53 - 1, -(2 ** 53 - 1), 2 ** 31, 1e300, 5e-324, 0.1]],
      ['names that are numbers', { 10: 'a', 9: 'b', x: 'c' }],
    ])('keeps %s in a body as they are', async (_name, odd) => {
      await store.insert(notes, 'a', { owner: 'ann', rank: 1, more: odd });
      await store.insert(notes, 'b', { owner: 'ann', rank: 2 });
      await store.replace(notes, 'b', 1, { owner: 'ann', rank: 2, more: [odd] });

      const found = await store.find(notes, { index: 'by-rank', equals: { owner: 'ann' }, limit: 10 });

      expect(found.map(({ body }) => JSON.stringify(body))).toEqual([
        JSON.stringify({ owner: 'ann', rank: 1, more: odd }),
        JSON.stringify({ owner: 'ann', rank: 2, more: [odd] }),
      ]);
    });

    it('leaves out what has no value', async () => {
      await store.insert(notes, 'a', { owner: 'ann', more: undefined });

      expect(Object.keys((await store.get(notes, 'a'))?.body ?? {})).toEqual(['owner']);
    });

    it('keeps documents of one megabyte', async () => {
      const text = 'ä'.repeat(512 * 1024);
      const longer = `${text}!`;
      await store.insert(notes, 'a', { owner: 'ann', rank: 1, text });
      await store.insert(notes, 'b', { owner: 'ann', rank: 2, text });
      await store.replace(notes, 'b', 1, { owner: 'ann', rank: 2, text: longer });

      const found = await store.find(notes, { index: 'by-rank', equals: { owner: 'ann' }, limit: 10 });

      expect((await store.get(notes, 'a'))?.body.text).toBe(text);
      expect(found.map(({ body }) => body.text === longer)).toEqual([false, true]);
    });
  });
}
