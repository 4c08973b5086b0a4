import { systemClock } from '../../src/shared/clock';
import type { Collection, DocumentStore } from '../../src/shared/document-store';
import { checkLease, underLease, type Lease } from '../../src/shared/turn-lease';
import { FencedStore } from '../../src/storage/fenced-store';
import { Transcripts } from '../../src/transcript/transcripts';
import { openSqlite, type OpenEngine } from '../support/engines';

const THINGS: Collection<{ readonly name: string }> = {
  name: 'things',
  indexes: [{ name: 'by-name', fields: ['name'] }],
};

/** A lease that is held until it ends. */
class TestLease implements Lease {
  private isOver = false;

  isHeld(): boolean {
    return !this.isOver;
  }

  end(): void {
    this.isOver = true;
  }
}

describe('a store with a fence', () => {
  let engine: OpenEngine;
  let store: DocumentStore;
  let lease: TestLease;
  beforeEach(async () => {
    engine = await openSqlite();
    store = new FencedStore(engine.store, checkLease);
    lease = new TestLease();
    await store.insert(THINGS, 'known', { name: 'one' });
  });
  afterEach(() => engine.close());

  it('does everything while the lease is held, and outside of turns', async () => {
    const work = async (): Promise<unknown[]> => [
      await store.insert(THINGS, 'new', { name: 'two' }),
      await store.replace(THINGS, 'new', 1, { name: 'three' }),
      await store.delete(THINGS, 'new'),
    ];

    expect(await work()).toEqual(['inserted', 'replaced', true]);
    expect(await underLease(lease, work)).toEqual(['inserted', 'replaced', true]);
  });

  it('writes nothing in work whose lease is over, and still reads', async () => {
    lease.end();

    await underLease(lease, async () => {
      const lost = { code: 'lease_lost' };
      await expect(store.insert(THINGS, 'new', { name: 'two' })).rejects.toMatchObject(lost);
      await expect(store.replace(THINGS, 'known', 1, { name: 'two' })).rejects.toMatchObject(lost);
      await expect(store.delete(THINGS, 'known')).rejects.toMatchObject(lost);
      expect(await store.get(THINGS, 'known')).toEqual({ id: 'known', version: 1, body: { name: 'one' } });
      expect(await store.find(THINGS, { index: 'by-name', limit: 5 })).toHaveLength(1);
    });
  });

  it('lets nobody take the next number in a chat who lost the lease after looking which it is', async () => {
    const ending: DocumentStore = {
      insert: (...args) => store.insert(...args),
      replace: (...args) => store.replace(...args),
      delete: (...args) => store.delete(...args),
      get: (...args) => store.get(...args),
      find: async (collection, query) => {
        const found = await store.find(collection, query);
        if (query.index === 'by-sequence') lease.end();
        return found;
      },
    };
    const [own, late] = [new Transcripts(store, systemClock), new Transcripts(ending, systemClock)];
    await own.start('chat', 'directline', 'dl_somebody');
    const reply = { key: 'reply:1.0', author: 'assistant', activity: { type: 'message', text: 'late' } } as const;

    await expect(underLease(lease, () => late.append('chat', reply))).rejects.toMatchObject({ code: 'lease_lost' });

    expect(await own.entriesAfter('chat', 0, 10)).toEqual([]);
  });
});
