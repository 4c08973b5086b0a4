import fc from 'fast-check';

import { CHANNELS, SCOPES, type OptOut } from '../../src/opt-outs/opt-out';
import { SuppressionList, type OptOutSubject } from '../../src/opt-outs/suppression-list';
import { CASES, type CaseDocument } from '../../src/rights/case';
import type { DocumentStore } from '../../src/shared/document-store';
import { deleteConversation } from '../../src/transcript/delete-conversation';
import { Transcripts } from '../../src/transcript/transcripts';
import { ENGINES, type OpenEngine } from '../support/engines';
import { ManualClock } from '../support/manual-clock';

const NEWSLETTERS: OptOutSubject = { scope: 'newsletters', channel: 'email', address: 'Jo@Example.org' };
const TEXTS: OptOutSubject = { scope: 'contact', channel: 'text', address: '07700 900123' };
const FIRST = { since: '2026-11-24T09:00:00.000Z', reference: '7K4M-2QQ' };
const SECOND = { since: '2026-11-25T09:00:00.000Z', reference: '7F3K-4WC' };

describe.each(ENGINES)('the suppression list on %s', (_name, open) => {
  const clock = new ManualClock('2026-11-26T09:00:00Z');
  let engine: OpenEngine;
  let store: DocumentStore;
  let list: SuppressionList;

  beforeEach(async () => {
    clock.set('2026-11-26T09:00:00Z');
    engine = await open();
    store = engine.store;
    list = new SuppressionList({ store, clock, key: 'a key of this installation' });
  });
  afterEach(() => engine.close());

  /** All of it, a few at a time. */
  const all = async (pageLength = 2): Promise<readonly OptOut[]> => {
    const optOuts: OptOut[] = [];
    let after: string | undefined;
    do {
      const page = await list.all(after, pageLength);
      optOuts.push(...page.optOuts);
      after = page.next;
    } while (after !== undefined);
    return optOuts;
  };

  it('keeps what is to stop for which address, since when, and nothing about who it is (edge case 50)', async () => {
    const { outcome, optOut } = await list.suppress(NEWSLETTERS, FIRST);

    expect(outcome).toBe('recorded');
    expect(optOut).toEqual({
      id: expect.stringMatching(/^[\w-]{43}$/) as string,
      scope: 'newsletters',
      channel: 'email',
      address: 'jo@example.org',
      ...FIRST,
      state: { name: 'in_force' },
    });
    expect(await list.find('jo@example.org')).toEqual([optOut]);
  });

  it('stops texts alone when somebody says "stop texting me" (edge case 26)', async () => {
    await list.suppress(TEXTS, FIRST);

    expect((await list.find('+44 7700 900123')).map(({ scope, channel }) => [scope, channel])).toEqual([
      ['contact', 'text'],
    ]);
    expect(await list.find('jo@example.org')).toEqual([]);
  });

  it('finds all that is in force for an address, by whatever channel', async () => {
    await list.suppress(TEXTS, FIRST);
    await list.suppress({ ...TEXTS, channel: 'phone' }, FIRST);
    await list.suppress({ ...TEXTS, scope: 'surveys' }, SECOND);
    await list.suppress({ ...TEXTS, address: '07700 900124' }, FIRST);

    expect(await list.find('0044 7700 900 123')).toHaveLength(3);
  });

  it.each([
    ['the second time', SECOND, '7K4M-2QQ'],
    ['the second time in time, though it came first', { ...SECOND, since: '2026-11-23T09:00:00.000Z' }, '7F3K-4WC'],
  ])('has the same opt-out once, with the earlier time and its reference: %s', async (_case, again, reference) => {
    await list.suppress(NEWSLETTERS, FIRST);
    const { outcome, optOut } = await list.suppress({ ...NEWSLETTERS, address: 'mailto:JO@example.org' }, again);

    expect(outcome).toBe('already');
    expect(optOut).toMatchObject({ reference, since: again.since < FIRST.since ? again.since : FIRST.since });
    expect(await list.find('jo@example.org')).toEqual([optOut]);
    expect(await all()).toEqual([optOut]);
  });

  it('has it once also when it is recorded many times at the same time', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => list.suppress(NEWSLETTERS, FIRST)));

    expect(outcomes.filter(({ outcome }) => outcome === 'recorded')).toHaveLength(1);
    expect(await all()).toHaveLength(1);
  });

  it('takes an opt-out off it when the person changes their mind, and remembers that with the reason', async () => {
    const { optOut } = await list.suppress(NEWSLETTERS, FIRST);
    const lifted = await list.lift(optOut.id, 'said so in the chat');

    const state = { name: 'lifted', at: '2026-11-26T09:00:00.000Z', reason: 'said so in the chat' };
    expect(lifted).toEqual({ ...optOut, state });
    expect(await list.find('jo@example.org')).toEqual([]);
    expect(await all()).toEqual([]);
    expect(await list.lift(optOut.id, 'again')).toBeUndefined();
  });

  it('lifts nothing that is not on it, and nothing else', async () => {
    const { optOut } = await list.suppress(NEWSLETTERS, FIRST);
    const surveys = await list.suppress({ ...NEWSLETTERS, scope: 'surveys' }, FIRST);
    await list.lift(optOut.id, 'said so');

    expect(await list.lift('nothing', 'said so')).toBeUndefined();
    expect(await list.find('jo@example.org')).toEqual([surveys.optOut]);
  });

  it('keeps the photographs of two people apart who describe them in the same words', async () => {
    const photos: OptOutSubject = { scope: 'photos', channel: 'photograph', address: 'the fun day in Hook' };
    const first = await list.suppress(photos, FIRST);
    const second = await list.suppress(photos, SECOND);
    await list.lift(first.optOut.id, 'said so');

    expect(second.outcome).toBe('recorded');
    expect(await list.find('The fun day in Hook.')).toEqual([second.optOut]);
  });

  it('takes a lifted opt-out up again from the time at which it was asked for again', async () => {
    const { optOut } = await list.suppress(NEWSLETTERS, FIRST);
    await list.lift(optOut.id, 'said so');
    const later = { since: '2026-11-27T09:00:00.000Z', reference: '7F3K-4WC' };

    expect(await list.suppress(NEWSLETTERS, later)).toMatchObject({ outcome: 'recorded', optOut: later });
    expect(await list.find('jo@example.org')).toHaveLength(1);
  });

  it('does not take one up again that was asked for before it was lifted: the later word counts', async () => {
    const { optOut } = await list.suppress(NEWSLETTERS, FIRST);
    await list.lift(optOut.id, 'said so');

    expect((await list.suppress(NEWSLETTERS, SECOND)).outcome).toBe('outdated');
    expect(await list.find('jo@example.org')).toEqual([]);
  });

  it('survives the erasure of the chat and of the case (edge case 27: "unsubscribe me and delete everything")', async () => {
    const transcripts = new Transcripts(store, clock);
    await transcripts.start('a chat', 'directline', 'somebody');
    const unsubscribe = { reference: FIRST.reference, stateName: 'sent' } as CaseDocument;
    await store.insert(CASES, 'a case', unsubscribe);
    const { optOut } = await list.suppress(NEWSLETTERS, FIRST);

    expect(
      await deleteConversation('a chat', 'asked', { store, clock, belongings: [], record: () => Promise.resolve() }),
    ).toBeDefined();
    expect(await store.delete(CASES, 'a case')).toBe(true);

    expect(await list.find('jo@example.org')).toEqual([optOut]);
    expect((await list.suppress(NEWSLETTERS, SECOND)).optOut).toEqual(optOut);
  });

  it('is listed in order of time, page by page, also where many came at the same moment', async () => {
    const times = ['2026-11-25T09:00:00.000Z', '2026-11-24T09:00:00.000Z', '2026-11-25T09:00:00.000Z'];
    for (const [at, since] of [...times, ...times].entries()) {
      await list.suppress({ ...NEWSLETTERS, address: `p${at}@example.org` }, { since, reference: '7K4M-2QQ' });
    }

    const listed = await all();
    expect(listed.map(({ since }) => since)).toEqual([...times, ...times].sort());
    expect(new Set(listed.map(({ address }) => address)).size).toBe(6);
    expect(await all(1)).toEqual(listed);
    expect(await all(6)).toEqual(listed);
    expect(await all(100)).toEqual(listed);
    expect((await list.all('2026-11-25', 100)).optOuts).toHaveLength(4);
  });

  it('is the same in whatever order opt-outs come, as long as nobody changes their mind', async () => {
    const subjects = fc.record({
      scope: fc.constantFrom(...SCOPES),
      channel: fc.constantFrom(...CHANNELS),
      address: fc.constantFrom('jo@example.org', 'JO@example.org', '07700 900123', '+447700900123', '1 High St'),
    });
    const saids = fc.record({
      since: fc.constantFrom('2026-11-01T00:00:00.000Z', '2026-11-02T00:00:00.000Z', '2026-11-03T00:00:00.000Z'),
      reference: fc.constant('7K4M-2QQ'),
    });
    const optOuts = fc.array(fc.tuple(subjects, saids), { minLength: 1, maxLength: 8 });
    let run = 0;
    const recorded = async (entries: readonly (readonly [OptOutSubject, typeof FIRST])[]): Promise<unknown> => {
      const own = new SuppressionList({ store, clock, key: `key ${++run}` });
      const addresses = new Set(entries.map(([{ address }]) => address));
      for (const [subject, said] of entries) await own.suppress(subject, said);
      const found = await Promise.all([...addresses].sort().map((address) => own.find(address)));
      // Ids are hashes by a key that is another one in each run.
      return found.map((optOuts) => optOuts.map((optOut) => JSON.stringify({ ...optOut, id: '' })).sort());
    };
    await fc.assert(
      fc.asyncProperty(optOuts, async (entries) => {
        expect(await recorded([...entries].reverse())).toEqual(await recorded(entries));
      }),
      { seed: 31, numRuns: 15 },
    );
  });
});
