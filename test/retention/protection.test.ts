import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Hold } from '../../src/retention/hold';
import { withdrawn } from '../../src/rights/case-changes';
import type { Case } from '../../src/rights/case';
import { contactKeyOf } from '../../src/rights/contact-key';
import type { Matter } from '../../src/rights/matter';
import { DELETION_RECEIPTS } from '../../src/transcript/deletion-receipt';
import { LOOKUP_KEY, testRetention } from '../support/a-retention';
import { STORES, SweptDesk } from '../support/swept-desk';

describe.each(STORES)('a sweep on %s', (_name, open) => {
  let desk: SweptDesk;
  beforeEach(async () => {
    desk = await SweptDesk.open(open);
  });
  afterEach(() => desk.close());

  describe('of what is frozen', () => {
    it.each<[string, Matter]>([
      ['an access request', 'access'],
      ['a complaint', 'complaint'],
    ])('keeps everything of the same contact for %s, until three months after its closing', async (_what, matter) => {
      await desk.chat('here');
      await desk.send('rectification', 'here');
      await desk.chat('elsewhere');
      desk.clock.set('2027-12-05T09:00:00Z');
      const one = await desk.send(matter, 'elsewhere');

      const open = await desk.sweepAt('2028-01-06T09:00:00Z');
      await desk.end(one);
      const late = await desk.sweepAt('2028-04-06T07:59:59Z');
      const over = await desk.sweepAt('2028-04-06T08:00:00Z');

      expect(open.bot_conversation).toEqual({ removed: 0, held: 0, frozen: 2, failed: 0 });
      expect(late.bot_conversation).toEqual({ removed: 0, held: 0, frozen: 2, failed: 0 });
      expect(over.bot_conversation).toEqual({ removed: 2, held: 0, frozen: 0, failed: 0 });
      expect(desk.logger.text).toContain('"message":"kept though it is due"');
    });

    it('keeps cases of the same contact, too', async () => {
      const old = await desk.end(await desk.send('rectification'));
      desk.clock.set('2028-12-05T09:00:00Z');
      await desk.send('access');

      await desk.sweepAt('2029-01-05T09:00:00Z');

      expect(await desk.hasCase(old)).toBe(true);
    });

    it.each<[string, (one: Case) => Promise<unknown>]>([
      ['was withdrawn', ({ reference }) => desk.retention.cases.change(reference, withdrawn)],
      ['is of another matter', () => Promise.resolve()],
    ])('keeps nothing for a request that %s', async (why, end) => {
      await desk.chat('here');
      await end(await desk.send(why === 'was withdrawn' ? 'access' : 'rectification', 'here'));

      await desk.sweepAt('2028-01-05T09:00:00Z');

      expect(await desk.hasChat('here')).toBe(false);
    });

    it('hides a chat that the tenant wants deleted, and deletes it when nothing keeps it any more', async () => {
      await desk.chat('here');
      const one = await desk.send('access', 'here');

      expect(await desk.retention.deleteChat('here')).toMatchObject({ kind: 'kept', by: { kind: 'frozen' } });
      expect(await desk.transcripts.conversation('here')).toBeUndefined();
      expect(await desk.hasChat('here')).toBe(true);

      await desk.end(one);
      await desk.sweepAt('2026-04-05T09:00:00Z');
      expect(await desk.hasChat('here')).toBe(false);
      const [receipt] = await desk.engine.store.find(DELETION_RECEIPTS, { index: 'by-time', limit: 2 });
      expect(receipt?.body.reason).toBe('asked');
    });
  });

  describe('of what is held', () => {
    it.each<[string, (one: Case) => Hold['scope']]>([
      ['its conversation', () => ({ kind: 'conversation', id: 'here' })],
      ['its case', ({ reference }) => ({ kind: 'case', reference })],
      ['its contact', () => ({ kind: 'contact', key: contactKeyOf(' JO@example.org', LOOKUP_KEY) ?? '' })],
      ['its days', () => ({ kind: 'days', from: '2025-12-01', to: '2026-01-05' })],
    ])('keeps what is due for a hold on %s, and deletes it once that is released', async (_what, scope) => {
      await desk.chat('here');
      const one = await desk.end(await desk.send('rectification', 'here'));
      const id = await desk.hold(scope(one), '2026-05-01');

      const held = await desk.sweepAt('2032-01-05T09:00:00Z');
      expect([held.bot_conversation?.held, held.request?.held]).toEqual([1, 1]);
      expect([await desk.hasChat('here'), await desk.hasCase(one)]).toEqual([true, true]);

      expect(await desk.retention.holds.release(id ?? '', 'DPO', 'settled')).toBe('done');
      await desk.sweepAt('2032-01-05T10:00:00Z');
      expect([await desk.hasChat('here'), await desk.hasCase(one)]).toEqual([false, false]);
    });

    it('keeps nothing else', async () => {
      await desk.chat('here');
      await desk.hold({ kind: 'conversation', id: 'another' }, '2026-05-01');
      await desk.hold({ kind: 'days', from: '2026-01-06', to: '2026-02-01' }, '2026-05-01');

      await desk.sweepAt('2028-01-05T09:00:00Z');

      expect(await desk.hasChat('here')).toBe(false);
    });

    it('is held rather than frozen, and held also when the tenant wants it deleted', async () => {
      await desk.chat('here');
      await desk.send('access', 'here');
      await desk.hold({ kind: 'conversation', id: 'here' }, '2026-05-01');

      expect(await desk.retention.deleteChat('here')).toMatchObject({ kind: 'kept', by: { kind: 'held' } });
      const tally = await desk.sweepAt('2026-01-05T10:00:00Z');

      expect(tally.bot_conversation).toEqual({ removed: 0, held: 1, frozen: 0, failed: 0 });
    });

    it('has to be looked at again within six months', async () => {
      const scope = { kind: 'conversation', id: 'here' } as const;

      expect(await desk.hold(scope, '2026-01-05')).toBeUndefined();
      expect(await desk.hold(scope, '2026-07-06')).toBeUndefined();
      const id = (await desk.hold(scope, '2026-07-05')) ?? '';
      expect(await desk.retention.holds.review(id, '2026-07-06')).toBe('bad_review');
      desk.clock.set('2026-07-05T09:00:00Z');
      expect(await desk.retention.holds.review(id, '2027-01-05')).toBe('done');
    });
  });

  describe('of a granted erasure', () => {
    it('deletes the chats of the contact before their time, and keeps the request and what was said with staff', async () => {
      await desk.chat('first');
      await desk.send('rectification', 'first');
      await desk.chat('second');
      await desk.staffParts.begin('second', 'tenant');
      await desk.say('second', 'staff');
      const one = await desk.send('erasure', 'second');
      await desk.end(one, { outcome: 'granted', chats: 'to_erase' });
      desk.clock.advance({ minutes: 1 });
      await desk.chat('later');

      const tally = await desk.retention.tally();

      expect(tally.bot_conversation?.removed).toBe(2);
      expect(await Promise.all(['first', 'second', 'later'].map(desk.hasChat))).toEqual([false, false, true]);
      expect(await desk.entriesOf('second')).toEqual(['staff']);
      expect((await desk.retention.cases.byReference(one.reference))?.closure?.chats).toBe('done');
      expect(
        readFileSync(join(desk.retention.dataDir, 'ledger.jsonl'), 'utf8').match(/"reason":"erasure"/g),
      ).toHaveLength(2);
    });

    it('waits for an open access request, and is done after that', async () => {
      await desk.chat('here');
      const access = await desk.send('access', 'here');
      const one = await desk.end(await desk.send('erasure', 'here'), { outcome: 'granted', chats: 'to_erase' });

      const frozen = await desk.retention.tally();
      expect([frozen.bot_conversation?.frozen, await desk.hasChat('here')]).toEqual([1, true]);
      expect((await desk.retention.cases.byReference(one.reference))?.closure?.chats).toBe('to_erase');

      await desk.end(access);
      await desk.sweepAt('2026-04-06T09:00:00Z');
      expect(await desk.hasChat('here')).toBe(false);
      expect((await desk.retention.cases.byReference(one.reference))?.closure?.chats).toBe('done');
    });
  });

  it('deletes nothing while holds are lost with a restored backup', async () => {
    await desk.chat('here');
    const other = await open();
    const first = testRetention({ store: other.store, clock: desk.clock, dataDir: desk.retention.dataDir });
    const id = await first.holds.set({
      scope: { kind: 'conversation', id: 'here' },
      reason: 'court_order',
      matter: 'M1',
      setBy: 'DPO',
      reviewOn: '2026-05-01',
    });
    await other.close();
    await desk.retention.recover();
    desk.clock.set('2028-01-05T09:00:00Z');

    await expect(desk.retention.sweep()).rejects.toMatchObject({ code: 'holds_missing' });
    expect(await desk.hasChat('here')).toBe(true);

    const again = await desk.hold({ kind: 'conversation', id: 'here' }, '2028-05-01');
    expect(again).toBeDefined();
    expect(await desk.retention.holds.release(id ?? '', 'DPO', 'set again')).toBe('done');
    expect((await desk.retention.tally()).bot_conversation?.held).toBe(1);
  });
});
