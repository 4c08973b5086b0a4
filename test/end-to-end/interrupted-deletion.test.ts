import { BOT_STATE } from '../../src/bot/document-bot-storage';
import { COLLECTIONS } from '../../src/collections';
import { QUESTIONS_TO_REVIEW } from '../../src/review/question-to-review';
import { AppError } from '../../src/shared/app-error';
import type { Collection, DocumentStore } from '../../src/shared/document-store';
import { DELETION_RECEIPTS, receiptId } from '../../src/transcript/deletion-receipt';
import { Transcripts } from '../../src/transcript/transcripts';
import { testRetention, type TestRetention } from '../support/a-retention';
import { ENGINES, type OpenEngine } from '../support/engines';
import { ManualClock } from '../support/manual-clock';

const ENTRIES_OF_A_CHAT = 7;
/** Entries, the state, a question to review and the conversation itself. */
const DELETES = ENTRIES_OF_A_CHAT + 3;
const EVERY_PLACE = Array.from({ length: DELETES }, (_, deletes) => deletes);

/** A database that goes away after so many deletions, as a process does that is killed there. */
function failingAfter(deletes: number, store: DocumentStore): DocumentStore {
  let left = deletes;
  return {
    insert: (collection, id, body) => store.insert(collection, id, body),
    get: (collection, id) => store.get(collection, id),
    replace: (collection, id, version, body) => store.replace(collection, id, version, body),
    find: (collection, query) => store.find(collection, query),
    delete: <T extends object>(collection: Collection<T>, id: string) =>
      left-- > 0 ? store.delete(collection, id) : Promise.reject(new AppError('store_unavailable', 'gone')),
  };
}

describe.each(ENGINES)('a deletion on %s that is interrupted', (_name, open) => {
  const clock = new ManualClock();
  let engine: OpenEngine;
  let store: DocumentStore;
  let transcripts: Transcripts;
  let retention: TestRetention;

  beforeEach(async () => {
    clock.set('2026-01-05T09:00:00Z');
    engine = await open();
    store = engine.store;
    transcripts = new Transcripts(store, clock);
    retention = testRetention({ store, clock });
    for (const id of ['first', 'second']) {
      await transcripts.start(id, 'directline', 'dl_somebody');
      for (let number = 1; number <= ENTRIES_OF_A_CHAT; number++) {
        const activity = { type: 'message', text: `message ${number}` };
        await transcripts.append(id, { key: `client:${number}`, author: 'tenant', activity });
      }
      await store.insert(BOT_STATE, `directline/conversations/${id}/`, { conversationId: id, state: {} });
      const shown = { kind: 'off_topic', version: '2023-09' } as const;
      await store.insert(QUESTIONS_TO_REVIEW, `${id}|3`, { conversationId: id, at: '', question: 'why', shown });
    }
  });
  afterEach(async () => {
    retention.remove();
    await engine.close();
  });

  const over = (on: DocumentStore): TestRetention => testRetention({ store: on, clock, dataDir: retention.dataDir });
  const sweepOn = async (on: DocumentStore) => (await over(on).tally()).bot_conversation;
  const left = (): Promise<string[]> =>
    Promise.all(
      COLLECTIONS.map(async (collection) => {
        const documents = await engine.raw.page(collection, undefined, 100);
        return `${collection.name} ${documents.length}`;
      }),
    );
  const receiptOf = async (id: string) => (await store.get(DELETION_RECEIPTS, receiptId(id)))?.body;

  it.each(EVERY_PLACE)('after %i steps of a sweep is completed by the next, with the right count', async (deletes) => {
    clock.set('2028-01-05T09:00:00Z');
    const broken = await sweepOn(failingAfter(deletes, store));
    clock.advance({ minutes: 60 });
    await sweepOn(store);

    expect(broken?.failed).toBeGreaterThan(0);
    expect(await left()).toEqual(
      expect.arrayContaining([
        'conversations 0',
        'entries 0',
        'bot-state 0',
        'questions-to-review 0',
        'deletion-receipts 2',
        'ledger 2',
      ]),
    );
    for (const id of ['first', 'second']) {
      expect(await receiptOf(id)).toMatchObject({ entries: ENTRIES_OF_A_CHAT, reason: 'due', state: 'deleted' });
    }
  });

  it.each(EVERY_PLACE)('after %i steps is completed by the next sweep if a tenant asked for it', async (deletes) => {
    const asked = over(failingAfter(deletes, store)).deleteChat('first');
    await expect(asked).rejects.toMatchObject({ code: 'store_unavailable' });
    clock.advance({ minutes: 60 });

    const swept = await sweepOn(store);

    expect(swept).toEqual({ removed: 1, held: 0, frozen: 0, failed: 0 });
    expect(await left()).toEqual(
      expect.arrayContaining(['conversations 1', `entries ${ENTRIES_OF_A_CHAT}`, 'bot-state 1', 'deletion-receipts 1']),
    );
    expect(await receiptOf('first')).toMatchObject({ entries: ENTRIES_OF_A_CHAT, reason: 'asked', state: 'deleted' });
  });

  it('hides the chat from its first step on', async () => {
    const asked = over(failingAfter(3, store)).deleteChat('first');
    await expect(asked).rejects.toThrow();

    expect(await transcripts.conversation('first')).toBeUndefined();
    expect(await transcripts.conversation('second')).toBeDefined();
  });

  it('does not keep a sweep from the chats after it', async () => {
    clock.set('2028-01-05T09:00:00Z');
    const stuck: DocumentStore = {
      ...failingAfter(Infinity, store),
      delete: (collection, id) =>
        id.startsWith('first')
          ? Promise.reject(new AppError('store_unavailable', 'gone'))
          : store.delete(collection, id),
    };

    const swept = await sweepOn(stuck);

    expect(swept).toEqual({ removed: 1, held: 0, frozen: 0, failed: 1 });
    expect(await receiptOf('second')).toMatchObject({ state: 'deleted' });
    expect(await receiptOf('first')).toMatchObject({ state: 'deleting' });
  });
});
