import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { QUESTIONS_TO_REVIEW } from '../../src/review/question-to-review';
import { Outbox } from '../../src/outbox/outbox';
import { OUTBOX } from '../../src/outbox/outbox-message';
import { PAST_CASES } from '../../src/retention/past-case';
import { closed, contested, sent, told, withdrawn } from '../../src/rights/case-changes';
import { CASES, type Case } from '../../src/rights/case';
import type { Closure } from '../../src/rights/closure';
import { contactKeyOf } from '../../src/rights/contact-key';
import { codesId, ONE_TIME_CODES } from '../../src/rights/codes-of-reference';
import type { Matter } from '../../src/rights/matter';
import { CONVERSATIONS } from '../../src/transcript/conversation';
import { DELETION_RECEIPTS } from '../../src/transcript/deletion-receipt';
import { ENTRIES } from '../../src/transcript/entry';
import { STAFF_PARTS } from '../../src/transcript/staff-part';
import { StaffParts } from '../../src/transcript/staff-parts';
import { Transcripts } from '../../src/transcript/transcripts';
import { LOOKUP_KEY, testRetention, type TestRetention } from '../support/a-retention';
import { ENGINES, openSqlite, sealed, type OpenEngine } from '../support/engines';
import { ManualClock } from '../support/manual-clock';
import { RecordingLogger } from '../support/recording-logger';

const JO = 'jo@example.org';

describe.each([...ENGINES, ['sealed SQLite', sealed(openSqlite)] as const])('a sweep on %s', (_name, open) => {
  const clock = new ManualClock();
  let engine: OpenEngine;
  let logger: RecordingLogger;
  let retention: TestRetention;
  let transcripts: Transcripts;
  let staffParts: StaffParts;

  beforeEach(async () => {
    clock.set('2026-01-05T09:00:00Z');
    logger = new RecordingLogger();
    engine = await open();
    retention = testRetention({ store: engine.store, clock, logger });
    transcripts = new Transcripts(engine.store, clock);
    staffParts = new StaffParts(engine.store, clock);
  });
  afterEach(async () => {
    retention.remove();
    await engine.close();
  });

  let messages = 0;
  const say = (id: string, part?: 'staff') => {
    const activity = { type: 'message', text: 'something' };
    return transcripts.append(id, { key: `key ${(messages += 1)}`, author: 'tenant', activity, ...(part && { part }) });
  };
  async function chat(id: string): Promise<void> {
    await transcripts.start(id, 'directline', 'dl_somebody');
    await say(id);
  }
  async function raise(
    matter: Matter,
    conversationId?: string,
    facts: Readonly<Record<string, string>> = {},
  ): Promise<Case> {
    const key = `key ${(messages += 1)}`;
    const said = { matters: [matter], text: 'I want that', channel: 'chat', key, at: clock.now(), told: {} } as const;
    const [one] = await retention.cases.record({ ...said, ...(conversationId !== undefined && { conversationId }) });
    if (!one) throw new Error('nothing was recorded');
    return retention.cases.change(one.reference, told(facts));
  }
  async function send(matter: Matter, conversationId?: string): Promise<Case> {
    const { reference } = await raise(matter, conversationId, { email: JO });
    return retention.cases.change(reference, sent([], contactKeyOf(JO, LOOKUP_KEY)));
  }
  const close = ({ reference }: Case, closure: Omit<Closure, 'at'> = { outcome: 'answered' }) =>
    retention.cases.change(reference, closed(closure));
  const hasChat = async (id: string): Promise<boolean> => (await engine.store.get(CONVERSATIONS, id)) !== undefined;
  const hasCase = async ({ reference }: Case): Promise<boolean> =>
    (await retention.cases.byReference(reference)) !== undefined;
  const entriesOf = async (conversationId: string) => {
    const found = await engine.store.find(ENTRIES, { index: 'by-sequence', equals: { conversationId }, limit: 100 });
    return found.map(({ body }) => body.part ?? 'bot');
  };
  const hold = (scope: Parameters<TestRetention['holds']['set']>[0]['scope'], reviewOn = '2028-05-01') =>
    retention.holds.set({ scope, reason: 'legal_claim', matter: 'M1', setBy: 'DPO', reviewOn });
  const sweepAt = (time: string) => {
    clock.set(time);
    return retention.tally();
  };

  describe('of chats with staff', () => {
    async function handedOver(id: string, who: 'tenant' | 'other'): Promise<void> {
      await chat(id);
      clock.set('2026-03-05T09:00:00Z');
      await staffParts.begin(id, who);
      await say(id, 'staff');
      await say(id, 'staff');
    }

    it('deletes what was said with the assistant, two years after that, and leaves the rest on the tenancy file', async () => {
      await handedOver('mixed', 'tenant');

      await sweepAt('2028-01-05T09:00:00Z');

      expect(await hasChat('mixed')).toBe(false);
      expect(await entriesOf('mixed')).toEqual(['staff', 'staff']);
      const [receipt] = await engine.store.find(DELETION_RECEIPTS, { index: 'by-time', limit: 2 });
      expect(receipt?.body.entries).toBe(1);
    });

    it('has no date for it while the tenancy runs, and deletes it six years after its end', async () => {
      await handedOver('mixed', 'tenant');
      await sweepAt('2040-01-05T09:00:00Z');
      expect(await entriesOf('mixed')).toEqual(['staff', 'staff']);

      await staffParts.setTenancy('mixed', { kind: 'ended', endedOn: '2040-06-30' });
      await sweepAt('2046-06-30T22:59:59Z');
      expect(await entriesOf('mixed')).toEqual(['staff', 'staff']);

      const tally = await sweepAt('2046-06-30T23:00:00Z');
      expect(tally.staff_part_of_tenancy?.removed).toBe(1);
      expect(await entriesOf('mixed')).toEqual([]);
      expect(await engine.store.get(STAFF_PARTS, 'mixed')).toBeUndefined();
    });

    it('deletes it two years after its last message where there is no tenancy', async () => {
      await handedOver('visitor', 'other');

      const before = await sweepAt('2028-03-05T08:59:59Z');
      const after = await sweepAt('2028-03-05T09:00:00Z');

      expect([before.bot_conversation?.removed, before.staff_part_without_tenancy]).toEqual([1, undefined]);
      expect(after.staff_part_without_tenancy?.removed).toBe(1);
    });

    it('keeps what was said with the assistant by its own last message after the chat was handed back', async () => {
      await handedOver('back', 'tenant');
      clock.set('2026-06-05T09:00:00Z');
      await say('back');

      await sweepAt('2028-06-05T07:59:59Z');
      expect(await entriesOf('back')).toEqual(['bot', 'staff', 'staff', 'bot']);
      await sweepAt('2028-06-05T09:00:00Z');
      expect(await entriesOf('back')).toEqual(['staff', 'staff']);
    });

    it('takes nothing for staff before the part has begun, so that no entry is left for ever', async () => {
      await chat('plain');

      await expect(say('plain', 'staff')).rejects.toMatchObject({ code: 'store_unavailable' });
      expect(await entriesOf('plain')).toEqual(['bot']);
    });
  });

  describe('of cases', () => {
    it.each<[string, Matter, Omit<Closure, 'at'>, string]>([
      ['a request, after three years', 'rectification', { outcome: 'granted' }, '2029-01-05T09:00:00Z'],
      ['one that was refused, after six', 'rectification', { outcome: 'refused' }, '2032-01-05T09:00:00Z'],
      ['one that was granted in part, after six', 'objection', { outcome: 'partly_granted' }, '2032-01-05T09:00:00Z'],
      ['a complaint, after six', 'complaint', { outcome: 'answered' }, '2032-01-05T09:00:00Z'],
      ['a breach report, after six', 'breach', { outcome: 'answered' }, '2032-01-05T09:00:00Z'],
    ])('counts %s, and keeps nothing else of it', async (_what, matter, closure, gone) => {
      const one = await close(await send(matter), closure);

      await sweepAt(new Date(Date.parse(gone) - 1000).toISOString());
      expect(await hasCase(one)).toBe(true);
      await sweepAt(gone);

      expect(await hasCase(one)).toBe(false);
      const [past] = await engine.store.find(PAST_CASES, { index: 'by-end', limit: 2 });
      expect(past?.body).toMatchObject({
        matter,
        outcome: closure.outcome,
        receivedOn: '2026-01-05',
        endedOn: '2026-01-05',
      });
      expect(JSON.stringify(past)).not.toMatch(new RegExp(`${JO}|${one.reference}|I want that`));
    });

    it('tells in what is left whether the answer was in time', async () => {
      await close(await send('rectification'), { outcome: 'granted' });
      const late = await send('rectification');
      clock.set('2026-02-10T09:00:00Z');
      await close(late, { outcome: 'granted' });

      await sweepAt('2029-02-10T09:00:00Z');

      const past = await engine.store.find(PAST_CASES, { index: 'by-end', limit: 3 });
      expect(past.map(({ body }) => body.inTime)).toEqual([true, false]);
    });

    it('keeps for six years what somebody took to court after it was closed', async () => {
      const one = await close(await send('rectification'));
      await retention.cases.change(one.reference, contested('court'));

      await sweepAt('2029-01-05T09:00:00Z');
      expect(await hasCase(one)).toBe(true);
    });

    it('keeps an open case, whatever its age, and one that was withdrawn for three years', async () => {
      const [still, taken] = [await send('rectification'), await send('portability')];
      await retention.cases.change(taken.reference, withdrawn);

      await sweepAt('2029-01-05T09:00:00Z');

      expect([await hasCase(still), await hasCase(taken)]).toEqual([true, false]);
    });

    it('forgets after three months what was begun and left by somebody whom nobody can find', async () => {
      const [unknown, named, complaint] = [
        await raise('access'),
        await raise('access', undefined, { name: 'Jo' }),
        await raise('complaint'),
      ];

      await sweepAt('2026-04-05T07:59:59Z');
      expect(await hasCase(unknown)).toBe(true);
      await sweepAt('2026-04-05T08:00:00Z');

      expect(await Promise.all([unknown, named, complaint].map(hasCase))).toEqual([false, true, true]);
    });

    it('takes its mails, their files and its codes along, and no others', async () => {
      const outbox = new Outbox({
        store: engine.store,
        clock,
        lookupKey: LOOKUP_KEY,
        wake: () => undefined,
        hasWebhook: false,
      });
      const one = await close(await send('rectification'));
      clock.set('2028-12-25T09:00:00Z');
      for (const about of [one.reference, 'another']) {
        await outbox.add({ key: about, about, kind: 'mail', to: JO, subject: 'about it', text: 'words' });
      }
      const rows = await engine.store.find(OUTBOX, { index: 'by-time', limit: 5 });
      const fileOf = (id = ''): string => join(retention.dataDir, 'outbox', `${id}.eml`);
      mkdirSync(join(retention.dataDir, 'outbox'));
      for (const { id } of rows) writeFileSync(fileOf(id), 'words');
      const codes = { askedAt: [], wrongAt: [], expiresAt: '2029-12-31T00:00:00.000Z' };
      await engine.store.insert(ONE_TIME_CODES, codesId(LOOKUP_KEY, one.reference), codes);

      await sweepAt('2029-01-05T09:00:00Z');

      const left = await engine.store.find(OUTBOX, { index: 'by-time', limit: 5 });
      expect(left.map(({ body }) => body.about)).toEqual(['another']);
      expect(rows.map(({ id, body }) => [body.about, existsSync(fileOf(id))])).toEqual(
        expect.arrayContaining([
          [one.reference, false],
          ['another', true],
        ]),
      );
      expect(await engine.store.find(ONE_TIME_CODES, { index: 'by-expiry', limit: 5 })).toEqual([]);
    });
  });

  it('forgets what is known of a code a day after it was asked for', async () => {
    const codes = { askedAt: [], wrongAt: [], expiresAt: '2026-01-06T09:00:00.000Z' };
    await engine.store.insert(ONE_TIME_CODES, 'some', codes);

    const before = await sweepAt('2026-01-06T08:59:59Z');
    const after = await sweepAt('2026-01-06T09:00:00Z');

    expect([before.one_time_code, after.one_time_code?.removed]).toEqual([undefined, 1]);
  });

  describe('of what is frozen', () => {
    it.each<[string, Matter]>([
      ['an access request', 'access'],
      ['a complaint', 'complaint'],
    ])('keeps everything of the same contact for %s, until three months after its closing', async (_what, matter) => {
      await chat('here');
      await send('rectification', 'here');
      await chat('elsewhere');
      clock.set('2027-12-05T09:00:00Z');
      const one = await send(matter, 'elsewhere');

      const open = await sweepAt('2028-01-06T09:00:00Z');
      await close(one);
      const late = await sweepAt('2028-04-06T07:59:59Z');
      const over = await sweepAt('2028-04-06T08:00:00Z');

      expect(open.bot_conversation).toEqual({ removed: 0, held: 0, frozen: 2, failed: 0 });
      expect(late.bot_conversation).toEqual({ removed: 0, held: 0, frozen: 2, failed: 0 });
      expect(over.bot_conversation).toEqual({ removed: 2, held: 0, frozen: 0, failed: 0 });
      expect(logger.text).toContain('"message":"kept though it is due"');
    });

    it('keeps cases of the same contact, too', async () => {
      const old = await close(await send('rectification'));
      clock.set('2028-12-05T09:00:00Z');
      await send('access');

      await sweepAt('2029-01-05T09:00:00Z');

      expect(await hasCase(old)).toBe(true);
    });

    it.each<[string, (one: Case) => Promise<unknown>]>([
      ['was withdrawn', ({ reference }) => retention.cases.change(reference, withdrawn)],
      ['is of another matter', () => Promise.resolve()],
    ])('keeps nothing for a request that %s', async (why, end) => {
      await chat('here');
      await end(await send(why === 'was withdrawn' ? 'access' : 'rectification', 'here'));

      await sweepAt('2028-01-05T09:00:00Z');

      expect(await hasChat('here')).toBe(false);
    });

    it('hides a chat that the tenant wants deleted, and deletes it when nothing keeps it any more', async () => {
      await chat('here');
      const one = await send('access', 'here');

      expect(await retention.deleteChat('here')).toMatchObject({ kind: 'kept', by: { kind: 'frozen' } });
      expect(await transcripts.conversation('here')).toBeUndefined();
      expect(await hasChat('here')).toBe(true);

      await close(one);
      await sweepAt('2026-04-05T09:00:00Z');
      expect(await hasChat('here')).toBe(false);
      const [receipt] = await engine.store.find(DELETION_RECEIPTS, { index: 'by-time', limit: 2 });
      expect(receipt?.body.reason).toBe('asked');
    });
  });

  describe('of what is held', () => {
    it.each<[string, (one: Case) => Parameters<typeof hold>[0]]>([
      ['its conversation', () => ({ kind: 'conversation', id: 'here' })],
      ['its case', ({ reference }) => ({ kind: 'case', reference })],
      ['its contact', () => ({ kind: 'contact', key: contactKeyOf(' JO@example.org', LOOKUP_KEY) ?? '' })],
      ['its days', () => ({ kind: 'days', from: '2025-12-01', to: '2026-01-05' })],
    ])('keeps what is due for a hold on %s, and deletes it once that is released', async (_what, scope) => {
      await chat('here');
      const one = await close(await send('rectification', 'here'));
      const id = await hold(scope(one), '2026-05-01');

      const held = await sweepAt('2032-01-05T09:00:00Z');
      expect([held.bot_conversation?.held, held.request?.held]).toEqual([1, 1]);
      expect([await hasChat('here'), await hasCase(one)]).toEqual([true, true]);

      expect(await retention.holds.release(id ?? '', 'DPO', 'settled')).toBe('done');
      await sweepAt('2032-01-05T10:00:00Z');
      expect([await hasChat('here'), await hasCase(one)]).toEqual([false, false]);
    });

    it('keeps nothing else', async () => {
      await chat('here');
      await hold({ kind: 'conversation', id: 'another' }, '2026-05-01');
      await hold({ kind: 'days', from: '2026-01-06', to: '2026-02-01' }, '2026-05-01');

      await sweepAt('2028-01-05T09:00:00Z');

      expect(await hasChat('here')).toBe(false);
    });

    it('is held rather than frozen, and held also when the tenant wants it deleted', async () => {
      await chat('here');
      await send('access', 'here');
      await hold({ kind: 'conversation', id: 'here' }, '2026-05-01');

      expect(await retention.deleteChat('here')).toMatchObject({ kind: 'kept', by: { kind: 'held' } });
      const tally = await sweepAt('2026-01-05T10:00:00Z');

      expect(tally.bot_conversation).toEqual({ removed: 0, held: 1, frozen: 0, failed: 0 });
    });

    it('has to be looked at again within six months', async () => {
      const scope = { kind: 'conversation', id: 'here' } as const;

      expect(await hold(scope, '2026-01-05')).toBeUndefined();
      expect(await hold(scope, '2026-07-06')).toBeUndefined();
      const id = (await hold(scope, '2026-07-05')) ?? '';
      expect(await retention.holds.review(id, '2026-07-06')).toBe('bad_review');
      clock.set('2026-07-05T09:00:00Z');
      expect(await retention.holds.review(id, '2027-01-05')).toBe('done');
    });
  });

  describe('of a granted erasure', () => {
    it('deletes the chats of the contact before their time, and keeps the request and what was said with staff', async () => {
      await chat('first');
      await send('rectification', 'first');
      await chat('second');
      await staffParts.begin('second', 'tenant');
      await say('second', 'staff');
      const one = await send('erasure', 'second');
      await close(one, { outcome: 'granted', chats: 'to_erase' });
      clock.advance({ minutes: 1 });
      await chat('later');

      const tally = await retention.tally();

      expect(tally.bot_conversation?.removed).toBe(2);
      expect(await Promise.all(['first', 'second', 'later'].map(hasChat))).toEqual([false, false, true]);
      expect(await entriesOf('second')).toEqual(['staff']);
      expect((await retention.cases.byReference(one.reference))?.closure?.chats).toBe('done');
      expect(readFileSync(join(retention.dataDir, 'ledger.jsonl'), 'utf8').match(/"reason":"erasure"/g)).toHaveLength(
        2,
      );
    });

    it('waits for an open access request, and is done after that', async () => {
      await chat('here');
      const access = await send('access', 'here');
      const one = await close(await send('erasure', 'here'), { outcome: 'granted', chats: 'to_erase' });

      const frozen = await retention.tally();
      expect([frozen.bot_conversation?.frozen, await hasChat('here')]).toEqual([1, true]);
      expect((await retention.cases.byReference(one.reference))?.closure?.chats).toBe('to_erase');

      await close(access);
      await sweepAt('2026-04-06T09:00:00Z');
      expect(await hasChat('here')).toBe(false);
      expect((await retention.cases.byReference(one.reference))?.closure?.chats).toBe('done');
    });
  });

  it('puts right a chat that was not told of its last message', async () => {
    await chat('here');
    const stored = await engine.store.get(CONVERSATIONS, 'here');
    clock.set('2027-01-05T09:00:00Z');
    await say('here');
    const now = await engine.store.get(CONVERSATIONS, 'here');
    if (!stored || !now) throw new Error('there is no chat');
    await engine.store.replace(CONVERSATIONS, 'here', now.version, stored.body);

    await sweepAt('2028-01-05T09:00:00Z');
    expect(await hasChat('here')).toBe(true);
    await sweepAt('2029-01-05T09:00:00Z');
    expect(await hasChat('here')).toBe(false);
  });

  it('takes the questions to review of a chat along', async () => {
    await chat('here');
    const shown = { kind: 'off_topic', version: '2023-09' } as const;
    const question = { conversationId: 'here', at: '2026-01-05', question: 'why', shown };
    await engine.store.insert(QUESTIONS_TO_REVIEW, 'here|1', question);

    await sweepAt('2028-01-05T09:00:00Z');

    expect(await engine.store.find(QUESTIONS_TO_REVIEW, { index: 'by-time', limit: 2 })).toEqual([]);
  });

  describe('of several processes', () => {
    it('is done by one; another takes over two minutes after that one has died', async () => {
      await chat('here');
      clock.set('2028-01-05T09:00:00Z');
      const dying = testRetention({ store: dyingAfter(1), clock, dataDir: retention.dataDir, isShared: true });
      const other = testRetention({ store: engine.store, clock, dataDir: retention.dataDir, isShared: true });
      await expect(dying.sweep()).rejects.toThrow('killed');

      expect(await other.sweep()).toEqual({ kind: 'busy', until: new Date('2028-01-05T09:02:00Z') });
      clock.set('2028-01-05T09:02:00Z');
      expect(await other.sweep()).toMatchObject({ kind: 'done' });
      expect(await hasChat('here')).toBe(false);
    });

    it('is broken off by the one that has lost its lease', async () => {
      for (const id of ['a', 'b']) await chat(id);
      clock.set('2028-01-05T09:00:00Z');
      const other = testRetention({ store: engine.store, clock, dataDir: retention.dataDir, isShared: true });
      let isTaken = false;
      const slow = {
        ...bound(),
        find: (async (collection, query) => {
          if (collection.name === 'conversations' && !isTaken) {
            isTaken = true;
            clock.set('2028-01-05T09:05:00Z');
            await other.sweep();
          }
          return engine.store.find(collection, query);
        }) as OpenEngine['store']['find'],
      };
      const late = testRetention({ store: slow, clock, dataDir: retention.dataDir, isShared: true });

      await expect(late.sweep()).rejects.toMatchObject({ code: 'lease_lost' });
      expect(await other.sweep()).toMatchObject({ kind: 'done' });
    });

    const bound = (): OpenEngine['store'] => ({
      insert: (...args) => engine.store.insert(...args),
      get: (...args) => engine.store.get(...args),
      replace: (...args) => engine.store.replace(...args),
      find: (...args) => engine.store.find(...args),
      delete: (...args) => engine.store.delete(...args),
    });

    /** Dies after so many replacements, the taking of the lease included where it is one. */
    function dyingAfter(finds: number): OpenEngine['store'] {
      let left = finds;
      return {
        ...bound(),
        find: (collection, query) =>
          collection.name === 'conversations' && left-- <= 0
            ? Promise.reject(new Error('killed'))
            : engine.store.find(collection, query),
      };
    }
  });

  it('deletes nothing while holds are lost with a restored backup', async () => {
    await chat('here');
    const other = await open();
    const first = testRetention({ store: other.store, clock, dataDir: retention.dataDir });
    const id = await first.holds.set({
      scope: { kind: 'conversation', id: 'here' },
      reason: 'court_order',
      matter: 'M1',
      setBy: 'DPO',
      reviewOn: '2026-05-01',
    });
    await other.close();
    await retention.recover();
    clock.set('2028-01-05T09:00:00Z');

    await expect(retention.sweep()).rejects.toMatchObject({ code: 'holds_missing' });
    expect(await hasChat('here')).toBe(true);

    const again = await hold({ kind: 'conversation', id: 'here' }, '2028-05-01');
    expect(again).toBeDefined();
    expect(await retention.holds.release(id ?? '', 'DPO', 'set again')).toBe('done');
    expect((await retention.tally()).bot_conversation?.held).toBe(1);
  });

  it('has every collection of cases found by what they are', async () => {
    const one = await send('rectification');
    const [found] = await engine.store.find(CASES, {
      index: 'by-class',
      equals: { retentionClass: 'request' },
      limit: 1,
    });

    expect(found?.body.reference).toBe(one.reference);
  });
});
