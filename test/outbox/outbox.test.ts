import { outboxStatus } from '../../src/outbox/outbox-status';
import { filesWith } from '../support/database-file';
import { eventually } from '../support/eventually';
import { MAIL, openOutbox, type TestOutbox } from '../support/an-outbox';
import { Outbox } from '../../src/outbox/outbox';

describe('the outbox', () => {
  let test: TestOutbox;
  beforeEach(() => (test = openOutbox()));
  afterEach(() => test.close());

  const sent: string[] = [];
  const taking = (): ReturnType<TestOutbox['sender']> =>
    test.sender({
      mail: ({ message }) => {
        sent.push(message.subject);
        return Promise.resolve({ kind: 'delivered' });
      },
    });
  beforeEach(() => sent.splice(0));

  it('takes a message once, however often it is added, and also after it was sent', async () => {
    const first = await test.outbox.add({ key: 'a', ...MAIL });
    const again = await test.outbox.add({ key: 'a', ...MAIL });
    const both = await Promise.all(['b', 'b'].map((key) => test.outbox.add({ key, ...MAIL, subject: 'B' })));
    await taking().run();
    const afterwards = await test.outbox.add({ key: 'a', ...MAIL });
    await taking().run();

    expect([first, again, afterwards]).toEqual(['added', 'known', 'known']);
    expect([...both].sort()).toEqual(['added', 'known']);
    expect([...sent].sort()).toEqual(['B', MAIL.subject]);
  });

  it('wakes the sender for a message that is new, and for no other', async () => {
    let woken = 0;
    const outbox = new Outbox({ ...test, lookupKey: 'of this test', hasWebhook: false, wake: () => (woken += 1) });

    await outbox.add({ key: 'a', ...MAIL });
    await outbox.add({ key: 'a', ...MAIL });

    expect(woken).toBe(1);
  });

  it('keeps of what was sent neither address nor words, in any file', async () => {
    const personal = ['featherstonehaugh@example.org', 'Reference for Quillon', 'Dear Quillon', 'key-of-quillon'];
    const [to = '', subject = '', text = '', key = ''] = personal;
    await test.outbox.add({ key, kind: 'mail', to, subject, text });
    expect(filesWith(test.dataDir, to)).not.toEqual([]);
    test.clock.advance({ seconds: 3 });

    await taking().run();

    expect(test.messages()).toEqual([
      {
        state: 'sent',
        message: { kind: 'mail' },
        attempts: 1,
        addedAt: '2026-01-05T09:00:00.000Z',
        closedAt: '2026-01-05T09:00:03.000Z',
      },
    ]);
    const left = () => personal.flatMap((words) => filesWith(test.dataDir, words));
    await eventually('no trace is left', () => left().length === 0);
  });

  it('drops what is too late to be of use, without sending it', async () => {
    await test.outbox.add({ key: 'code', ...MAIL, subject: 'late', until: new Date('2026-01-05T09:10:00Z') });
    await test.outbox.add({ key: 'letter', ...MAIL, subject: 'letter' });
    test.clock.set('2026-01-05T09:10:00Z');

    await taking().run();

    expect(sent).toEqual(['letter']);
    const dropped = test.messages().find(({ state }) => state === 'dropped');
    expect(dropped).toMatchObject({ message: { kind: 'mail' }, closedAt: '2026-01-05T09:10:00.000Z', attempts: 0 });
    expect(JSON.stringify(dropped)).not.toContain('late');
  });

  it('drops a stuck message, too, when it is too late for it', async () => {
    const refusing = test.sender({ mail: () => Promise.resolve({ kind: 'refused', code: 'smtp_550' }) });
    await test.outbox.add({ key: 'code', ...MAIL, until: new Date('2026-01-05T09:10:00Z') });
    await refusing.run();
    const before = test.messages().map(({ state }) => state);
    test.clock.set('2026-01-05T09:10:00Z');

    await refusing.run();

    expect(before).toEqual(['stuck']);
    expect(test.messages().map(({ state }) => state)).toEqual(['dropped']);
    expect(JSON.stringify(test.messages())).not.toContain(MAIL.to);
  });

  it('tells how many wait and are stuck, and for how long the oldest has waited', async () => {
    const status = () => outboxStatus(test.store, test.clock.now());
    const empty = await status();
    await test.outbox.add({ key: 'refused', ...MAIL, to: 'nobody@example.org' });
    test.clock.advance({ seconds: 10 });
    await test.outbox.add({ key: 'failing', ...MAIL });
    test.clock.advance({ seconds: 10 });
    await test.outbox.add({ key: 'new', ...MAIL });
    const waiting = await status();
    const mixed = test.sender({
      mail: ({ message }) =>
        Promise.resolve(message.to === MAIL.to ? { kind: 'failed', code: 'x' } : { kind: 'refused', code: 'y' }),
    });

    await mixed.run();
    const after = await status();
    test.clock.advance({ days: 1 });
    await taking().run();

    expect(empty).toEqual({ waiting: 0, stuck: 0, oldestSeconds: null });
    expect(waiting).toEqual({ waiting: 3, stuck: 0, oldestSeconds: 20 });
    expect(after).toEqual({ waiting: 2, stuck: 1, oldestSeconds: 10 });
    expect(await status()).toEqual({ waiting: 0, stuck: 1, oldestSeconds: null });
  });
});
