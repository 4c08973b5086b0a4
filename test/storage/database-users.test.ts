import type { DocumentStore } from '../../src/shared/document-store';
import { DatabaseUse, type UsedBy } from '../../src/storage/database-users';
import { FencedStore } from '../../src/storage/fenced-store';
import { ENGINES, type OpenEngine } from '../support/engines';
import { eventually } from '../support/eventually';
import { gate } from '../support/gate';

const TIMES = { signMs: 100, deadAfterMs: 1500 };

describe.each(ENGINES)('the users of a database on %s', (_engine, open) => {
  let engine: OpenEngine;
  let waits: number[];
  let lost: string[];
  const uses: DatabaseUse[] = [];
  beforeEach(async () => {
    engine = await open();
    waits = [];
    lost = [];
  });
  afterEach(async () => {
    for (const use of uses.splice(0)) await use.end();
    await engine.close();
  });

  async function begin(by: UsedBy, store: DocumentStore = engine.store): Promise<DatabaseUse> {
    const onLost = ({ code }: { readonly code: string }): number => lost.push(code);
    const use = await DatabaseUse.begin({ store, by, onWait: (ms) => waits.push(ms), onLost, times: TIMES });
    uses.push(use);
    return use;
  }

  /** A process that stops in the middle of what it does, until it goes on. */
  function stopping() {
    const held = gate();
    let isStopped = false;
    const store = new FencedStore(engine.store, () => (isStopped ? held.passed : undefined));
    return { store, stop: () => void (isStopped = true), goOn: held.open };
  }

  it.each([
    ['one process', 'one process', /^another process is using the database .* set REDIS_URL/],
    ['one process', 'several processes', /^a process without REDIS_URL is using the database/],
    ['several processes', 'one process', /^another process is using the database .* set REDIS_URL/],
  ] as const)('that is of %s refuse one that takes it for that of %s', async (first, second, message) => {
    await begin(first);

    await expect(begin(second)).rejects.toThrow(message);
    expect(waits).toEqual([TIMES.deadAfterMs]);
  });

  it('may be several that know of each other, and none waits', async () => {
    await Promise.all([begin('several processes'), begin('several processes'), begin('several processes')]);

    expect(waits).toEqual([]);
    await Promise.all(uses.map((use) => use.mayWrite()));
  });

  it('is one when several begin at once that do not know of each other', async () => {
    const outcomes = await Promise.allSettled([begin('one process'), begin('one process'), begin('one process')]);

    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
  });

  it('leave it to the next one at once when they stop', async () => {
    await (await begin('one process')).end();
    await begin('one process');

    expect(waits).toEqual([]);
  });

  it('leave it when they die, too: the next one waits to see that, says so, and the dead one may write no more', async () => {
    const { store, stop, goOn } = stopping();
    const dying = await begin('one process', store);
    stop();
    await eventually('it gives no more signs', async () => (await versionAfter(2 * TIMES.signMs)) === 'the same');

    await begin('one process');
    expect(waits).toEqual([TIMES.deadAfterMs]);

    goOn();
    await eventually('it learns of it', () => lost.length > 0);
    expect(lost).toEqual(['store_locked']);
    await expect(dying.mayWrite()).rejects.toMatchObject({ code: 'store_locked' });
  });

  it('ask first when a write comes after a long silence, in which somebody may have come', async () => {
    const { store, stop, goOn } = stopping();
    const silent = await begin('one process', store);
    stop();
    const end = performance.now() + TIMES.deadAfterMs;
    await eventually('it was silent for long', () => performance.now() > end);
    const asked = silent.mayWrite();
    goOn();

    await expect(asked).resolves.toBeUndefined();
    expect(lost).toEqual([]);
  });

  async function versionAfter(ms: number): Promise<'the same' | 'another'> {
    const users = { name: 'database-users', indexes: [] };
    const before = await engine.store.get(users, 'now');
    const end = performance.now() + ms;
    await eventually('the time is over', () => performance.now() > end);
    return (await engine.store.get(users, 'now'))?.version === before?.version ? 'the same' : 'another';
  }
});
