import { testRetention } from '../support/a-retention';
import type { OpenEngine } from '../support/engines';
import { STORES, SweptDesk } from '../support/swept-desk';

describe.each(STORES)('a sweep by several processes on %s', (_name, open) => {
  let desk: SweptDesk;
  beforeEach(async () => {
    desk = await SweptDesk.open(open);
  });
  afterEach(() => desk.close());

  it('is done by one; another takes over two minutes after that one has died', async () => {
    await desk.chat('here');
    desk.clock.set('2028-01-05T09:00:00Z');
    const dying = testRetention({
      store: dyingAfter(1),
      clock: desk.clock,
      dataDir: desk.retention.dataDir,
      isShared: true,
    });
    const other = testRetention({
      store: desk.engine.store,
      clock: desk.clock,
      dataDir: desk.retention.dataDir,
      isShared: true,
    });
    await expect(dying.sweep()).rejects.toThrow('killed');

    expect(await other.sweep()).toEqual({ kind: 'busy', until: new Date('2028-01-05T09:02:00Z') });
    desk.clock.set('2028-01-05T09:02:00Z');
    expect(await other.sweep()).toMatchObject({ kind: 'done' });
    expect(await desk.hasChat('here')).toBe(false);
  });

  it('is broken off by the one that has lost its lease', async () => {
    for (const id of ['a', 'b']) await desk.chat(id);
    desk.clock.set('2028-01-05T09:00:00Z');
    const other = testRetention({
      store: desk.engine.store,
      clock: desk.clock,
      dataDir: desk.retention.dataDir,
      isShared: true,
    });
    let isTaken = false;
    const slow = {
      ...bound(),
      find: (async (collection, query) => {
        if (collection.name === 'conversations' && !isTaken) {
          isTaken = true;
          desk.clock.set('2028-01-05T09:05:00Z');
          await other.sweep();
        }
        return desk.engine.store.find(collection, query);
      }) as OpenEngine['store']['find'],
    };
    const late = testRetention({ store: slow, clock: desk.clock, dataDir: desk.retention.dataDir, isShared: true });

    await expect(late.sweep()).rejects.toMatchObject({ code: 'lease_lost' });
    expect(await other.sweep()).toMatchObject({ kind: 'done' });
  });

  const bound = (): OpenEngine['store'] => ({
    insert: (...args) => desk.engine.store.insert(...args),
    get: (...args) => desk.engine.store.get(...args),
    replace: (...args) => desk.engine.store.replace(...args),
    find: (...args) => desk.engine.store.find(...args),
    delete: (...args) => desk.engine.store.delete(...args),
  });

  /** Dies after so many replacements, the taking of the lease included where it is one. */
  function dyingAfter(finds: number): OpenEngine['store'] {
    let left = finds;
    return {
      ...bound(),
      find: (collection, query) =>
        collection.name === 'conversations' && left-- <= 0
          ? Promise.reject(new Error('killed'))
          : desk.engine.store.find(collection, query),
    };
  }
});
