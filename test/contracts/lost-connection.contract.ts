import { randomUUID } from 'node:crypto';

import { changeDocument } from '../../src/shared/change-document';
import type { Collection, DocumentStore } from '../../src/shared/document-store';
import type { CuttableProxy } from '../support/cuttable-proxy';
import type { OpenEngine } from '../support/engines';

interface Note {
  readonly owner: string;
  readonly rank?: number;
  readonly text?: string;
}

/**
 * What every engine under the document port has to do when what it was asked, or its answer, is lost on the way. An
 * engine in this process loses nothing, and has to do the same.
 *
 * @param personal fields that are sealed, where the store does so; not `text`, by which what is to be lost is recognised
 */
export function describeLostConnection(
  name: string,
  open: () => Promise<OpenEngine>,
  personal: readonly Exclude<keyof Note, 'text'>[] = [],
): void {
  describe(`what ${name} does when the connection is lost`, () => {
    let engine: OpenEngine;
    let store: DocumentStore;
    let count = 0;
    let network: CuttableProxy;
    let notes: Collection<Note>;
    /** Words that pass in no other test. */
    let words: string;

    beforeAll(async () => {
      engine = await open();
      store = engine.store;
      network = engine.network ?? NO_NETWORK;
    });
    afterAll(() => engine.close());
    beforeEach(async () => {
      notes = {
        name: `lost-${++count}`,
        indexes: [
          { name: 'by-rank', fields: ['owner', 'rank'], unique: true },
          { name: 'ranks', fields: ['rank'] },
        ],
        personal,
      };
      words = `words-${randomUUID()}`;
      await store.insert(notes, 'a', { owner: 'ann', rank: 1 });
    });

    it.each(['loseNext', 'loseAnswerTo'] as const)('does an insert once (%s)', async (lose) => {
      network[lose](words);

      expect(await store.insert(notes, 'b', { owner: 'ann', rank: 2, text: words })).toBe('inserted');
      expect(await store.find(notes, { index: 'ranks', limit: 10 })).toHaveLength(2);
    });

    it.each(['loseNext', 'loseAnswerTo'] as const)('tells an insert that is refused (%s)', async (lose) => {
      network[lose](words);
      expect(await store.insert(notes, 'a', { owner: 'ann', rank: 2, text: words })).toBe('exists');

      network[lose](`${words} again`);
      expect(await store.insert(notes, 'b', { owner: 'ann', rank: 1, text: `${words} again` })).toBe('exists');
      expect(await store.get(notes, 'a')).toEqual({ id: 'a', version: 1, body: { owner: 'ann', rank: 1 } });
    });

    it.each(['loseNext', 'loseAnswerTo'] as const)('does a replacement once (%s)', async (lose) => {
      network[lose](words);

      expect(await store.replace(notes, 'a', 1, { owner: 'ann', text: words })).toBe('replaced');
      expect(await store.get(notes, 'a')).toEqual({ id: 'a', version: 2, body: { owner: 'ann', text: words } });
    });

    it.each(['loseNext', 'loseAnswerTo'] as const)('tells a replacement that is refused (%s)', async (lose) => {
      await store.replace(notes, 'a', 1, { owner: 'ann', text: 'newer' });
      network[lose](words);

      expect(await store.replace(notes, 'a', 1, { owner: 'ann', text: words })).toBe('conflict');
      expect((await store.get(notes, 'a'))?.body.text).toBe('newer');
    });

    it.each(['loseNext', 'loseAnswerTo'] as const)('deletes, and says so (%s)', async (lose) => {
      await store.insert(notes, words, { owner: 'bob' });
      network[lose](words);

      expect(await store.delete(notes, words)).toBe(true);
      expect(await store.get(notes, words)).toBeUndefined();
    });

    it('loses no change of many writers whose connections are cut again and again', async () => {
      const addOne = (): Promise<void> =>
        changeDocument(store, notes, 'a', (current) => ({
          body: { owner: 'ann', rank: (current?.rank ?? 0) + 1, text: words },
          result: undefined,
        }));
      for (let change = 0; change < 10; change++) {
        network[change % 2 === 0 ? 'loseAnswerTo' : 'loseNext'](words);
        await Promise.all([addOne(), addOne()]);
      }

      expect((await store.get(notes, 'a'))?.body.rank).toBe(21);
    });

    it('reads on when the connections were cut in between', async () => {
      network.cut();

      expect(await store.get(notes, 'a')).toBeDefined();
    });
  });
}

/** An engine in this process has none, and nothing of it can get lost. */
const NO_NETWORK: CuttableProxy = {
  port: 0,
  url: '',
  cut: () => undefined,
  loseNext: () => undefined,
  loseAnswerTo: () => undefined,
  break: () => undefined,
  mend: () => undefined,
  stop: () => Promise.resolve(),
};
