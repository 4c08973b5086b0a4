import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Outbox } from '../../src/outbox/outbox';
import { OUTBOX } from '../../src/outbox/outbox-message';
import { PAST_CASES } from '../../src/retention/past-case';
import { contested, withdrawn } from '../../src/rights/case-changes';
import { CASES } from '../../src/rights/case';
import type { Closure } from '../../src/rights/closure';
import { codesId, ONE_TIME_CODES } from '../../src/rights/codes-of-reference';
import type { Matter } from '../../src/rights/matter';
import { LOOKUP_KEY } from '../support/a-retention';
import { JO, STORES, SweptDesk } from '../support/swept-desk';

describe.each(STORES)('a sweep of cases on %s', (_name, open) => {
  let desk: SweptDesk;
  beforeEach(async () => {
    desk = await SweptDesk.open(open);
  });
  afterEach(() => desk.close());

  it.each<[string, Matter, Omit<Closure, 'at'>, string]>([
    ['a request, after three years', 'rectification', { outcome: 'granted' }, '2029-01-05T09:00:00Z'],
    ['one that was refused, after six', 'rectification', { outcome: 'refused' }, '2032-01-05T09:00:00Z'],
    ['one that was granted in part, after six', 'objection', { outcome: 'partly_granted' }, '2032-01-05T09:00:00Z'],
    ['a complaint, after six', 'complaint', { outcome: 'answered' }, '2032-01-05T09:00:00Z'],
    ['a breach report, after six', 'breach', { outcome: 'answered' }, '2032-01-05T09:00:00Z'],
  ])('counts %s, and keeps nothing else of it', async (_what, matter, closure, gone) => {
    const one = await desk.end(await desk.send(matter), closure);

    await desk.sweepAt(new Date(Date.parse(gone) - 1000).toISOString());
    expect(await desk.hasCase(one)).toBe(true);
    await desk.sweepAt(gone);

    expect(await desk.hasCase(one)).toBe(false);
    const [past] = await desk.engine.store.find(PAST_CASES, { index: 'by-end', limit: 2 });
    expect(past?.body).toMatchObject({
      matter,
      outcome: closure.outcome,
      receivedOn: '2026-01-05',
      endedOn: '2026-01-05',
    });
    expect(JSON.stringify(past)).not.toMatch(new RegExp(`${JO}|${one.reference}|I want that`));
  });

  it('tells in what is left whether the answer was in time', async () => {
    await desk.end(await desk.send('rectification'), { outcome: 'granted' });
    const late = await desk.send('rectification');
    desk.clock.set('2026-02-10T09:00:00Z');
    await desk.end(late, { outcome: 'granted' });

    await desk.sweepAt('2029-02-10T09:00:00Z');

    const past = await desk.engine.store.find(PAST_CASES, { index: 'by-end', limit: 3 });
    expect(past.map(({ body }) => body.inTime)).toEqual([true, false]);
  });

  it('keeps for six years what somebody took to court after it was closed', async () => {
    const one = await desk.end(await desk.send('rectification'));
    await desk.retention.cases.change(one.reference, contested('court'));

    await desk.sweepAt('2029-01-05T09:00:00Z');
    expect(await desk.hasCase(one)).toBe(true);
  });

  it('keeps an open case, whatever its age, and one that was withdrawn for three years', async () => {
    const [still, taken] = [await desk.send('rectification'), await desk.send('portability')];
    await desk.retention.cases.change(taken.reference, withdrawn);

    await desk.sweepAt('2029-01-05T09:00:00Z');

    expect([await desk.hasCase(still), await desk.hasCase(taken)]).toEqual([true, false]);
  });

  it('forgets after three months what was begun and left by somebody whom nobody can find', async () => {
    const [unknown, named, complaint] = [
      await desk.raise('access'),
      await desk.raise('access', undefined, { name: 'Jo' }),
      await desk.raise('complaint'),
    ];

    await desk.sweepAt('2026-04-05T07:59:59Z');
    expect(await desk.hasCase(unknown)).toBe(true);
    await desk.sweepAt('2026-04-05T08:00:00Z');

    expect(await Promise.all([unknown, named, complaint].map(desk.hasCase))).toEqual([false, true, true]);
  });

  it('takes its mails, their files and its codes along, and no others', async () => {
    const outbox = new Outbox({
      store: desk.engine.store,
      clock: desk.clock,
      lookupKey: LOOKUP_KEY,
      wake: () => undefined,
      hasWebhook: false,
    });
    const one = await desk.end(await desk.send('rectification'));
    desk.clock.set('2028-12-25T09:00:00Z');
    for (const about of [one.reference, 'another']) {
      await outbox.add({ key: about, about, kind: 'mail', to: JO, subject: 'about it', text: 'words' });
    }
    const rows = await desk.engine.store.find(OUTBOX, { index: 'by-time', limit: 5 });
    const fileOf = (id = ''): string => join(desk.retention.dataDir, 'outbox', `${id}.eml`);
    mkdirSync(join(desk.retention.dataDir, 'outbox'));
    for (const { id } of rows) writeFileSync(fileOf(id), 'words');
    const codes = { askedAt: [], wrongAt: [], expiresAt: '2029-12-31T00:00:00.000Z' };
    await desk.engine.store.insert(ONE_TIME_CODES, codesId(LOOKUP_KEY, one.reference), codes);

    await desk.sweepAt('2029-01-05T09:00:00Z');

    const left = await desk.engine.store.find(OUTBOX, { index: 'by-time', limit: 5 });
    expect(left.map(({ body }) => body.about)).toEqual(['another']);
    expect(rows.map(({ id, body }) => [body.about, existsSync(fileOf(id))])).toEqual(
      expect.arrayContaining([
        [one.reference, false],
        ['another', true],
      ]),
    );
    expect(await desk.engine.store.find(ONE_TIME_CODES, { index: 'by-expiry', limit: 5 })).toEqual([]);
  });

  it('has every collection of cases found by what they are', async () => {
    const one = await desk.send('rectification');
    const [found] = await desk.engine.store.find(CASES, {
      index: 'by-class',
      equals: { retentionClass: 'request' },
      limit: 1,
    });

    expect(found?.body.reference).toBe(one.reference);
  });
});
