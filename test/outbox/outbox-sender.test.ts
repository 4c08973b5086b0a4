import type { Outcome } from '../../src/outbox/deliver';
import { MOST_ATTEMPTS } from '../../src/outbox/retry-delay';
import type { DocumentStore } from '../../src/shared/document-store';
import { AppError } from '../../src/shared/app-error';
import { MAIL, openOutbox, type TestOutbox } from '../support/an-outbox';
import { eventually } from '../support/eventually';
import { gate } from '../support/gate';

const DELIVERED: Outcome = { kind: 'delivered' };
const LIMITS = { mail: 20, webhook: 20 };

describe('the sender', () => {
  let test: TestOutbox;
  beforeEach(() => (test = openOutbox()));
  afterEach(() => test.close());

  const addMails = (count: number): Promise<unknown> =>
    Promise.all(Array.from({ length: count }, (_, at) => test.outbox.add({ key: String(at), ...MAIL })));
  const states = (): string[] => test.messages().map(({ state }) => state);

  it('shares the outbox with another one, and nothing is sent twice', async () => {
    await addMails(60);
    const taken: string[] = [];
    const mail = async ({ id }: { readonly id: string }): Promise<Outcome> => {
      await new Promise((resolve) => setImmediate(resolve));
      taken.push(id);
      return DELIVERED;
    };

    await Promise.all([test.sender({ mail }).run(), test.sender({ mail }).run()]);

    expect(taken).toHaveLength(60);
    expect(new Set(taken).size).toBe(60);
    expect(new Set(states())).toEqual(new Set(['sent']));
  });

  it('has at most four attempts under way, however often it is woken', async () => {
    await addMails(12);
    const { open, passed } = gate();
    let underWay = 0;
    let most = 0;
    const sender = test.sender({
      mail: async () => {
        most = Math.max(most, (underWay += 1));
        await passed;
        underWay -= 1;
        return DELIVERED;
      },
    });

    const run = sender.run();
    await eventually('four are under way', () => underWay === 4);
    for (let time = 0; time < 10; time++) sender.wake();
    const leased = states().filter((state) => state === 'sending').length;
    open();
    await run;

    expect([leased, most]).toEqual([4, 4]);
    expect(new Set(states())).toEqual(new Set(['sent']));
  });

  it('keeps nothing back because one attempt hangs', async () => {
    await addMails(12);
    const { open, passed } = gate();
    let number = 0;
    const mail = (): Promise<Outcome> => (++number === 1 ? passed : Promise.resolve()).then(() => DELIVERED);

    const run = test.sender({ mail }).run();
    await eventually('all but one are sent', () => states().filter((state) => state === 'sent').length === 11);
    open();
    await run;

    expect(states().filter((state) => state !== 'sent')).toEqual([]);
  });

  it('takes over what a dead one has left, when its lease has run out and not before', async () => {
    await addMails(1);
    // It dies in the middle of its attempt: nothing more is heard of it.
    void test.sender({ mail: () => new Promise(() => undefined) }).run();
    await eventually('the lease is taken', () => states()[0] === 'sending');
    const ids: string[] = [];
    const mail = ({ id }: { readonly id: string }): Promise<Outcome> => {
      ids.push(id);
      return Promise.resolve(DELIVERED);
    };

    test.clock.advance({ minutes: 4, seconds: 59 });
    await test.sender({ mail }).run();
    const whileItHolds = ids.length;
    test.clock.advance({ seconds: 1 });
    await test.sender({ mail }).run();

    expect(whileItHolds).toBe(0);
    expect(ids).toHaveLength(1);
    expect(test.messages()).toMatchObject([{ state: 'sent', attempts: 2 }]);
  });

  it('leaves a message to the one who took it over, when its own lease had run out', async () => {
    await addMails(1);
    const { open, passed } = gate();
    const slow = test.sender({ mail: () => passed.then((): Outcome => ({ kind: 'refused', code: 'too_late' })) });
    const run = slow.run();
    await eventually('the lease is taken', () => states()[0] === 'sending');
    test.clock.advance({ minutes: 5 });
    await test.sender({ mail: () => Promise.resolve(DELIVERED) }).run();

    open();
    await run;

    expect(test.messages()).toMatchObject([{ state: 'sent', attempts: 2 }]);
  });

  it('tries again later and later, up to an hour apart, for days; then the message is stuck', async () => {
    await addMails(1);
    const sender = test.sender({ mail: () => Promise.resolve({ kind: 'failed', code: 'smtp_451' }) });
    const start = test.clock.now().getTime();
    const seconds: number[] = [];
    for (let message = test.messages()[0]; message?.state === 'queued'; message = test.messages()[0]) {
      test.clock.set(message.dueAt);
      seconds.push((test.clock.now().getTime() - start) / 1000);
      await sender.run();
    }

    expect(seconds.slice(0, 6)).toEqual([0, 10, 30, 70, 150, 310]);
    expect(seconds).toHaveLength(MOST_ATTEMPTS);
    expect((seconds.at(-1) ?? 0) - (seconds.at(-2) ?? 0)).toBe(3600);
    const days = (seconds.at(-1) ?? 0) / 86_400;
    expect([days >= 4, days <= 5]).toEqual([true, true]);
    expect(test.messages()).toMatchObject([{ state: 'stuck', code: 'smtp_451', message: MAIL }]);
  });

  it('does not try again before its time', async () => {
    await addMails(1);
    let attempts = 0;
    const sender = test.sender({
      mail: () => {
        attempts += 1;
        return Promise.resolve({ kind: 'failed', code: 'smtp_451' });
      },
    });
    await sender.run();

    test.clock.advance({ seconds: 9 });
    await sender.run();
    const early = attempts;
    test.clock.advance({ seconds: 1 });
    await sender.run();

    expect([early, attempts]).toEqual([1, 2]);
  });

  it('ends an attempt that takes too long, and tries again', async () => {
    await addMails(1);
    const sender = test.sender(
      {
        mail: (_outgoing, signal) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => reject(new Error('ended')));
          }),
      },
      { limits: LIMITS },
    );

    await sender.run();

    expect(test.messages()).toMatchObject([{ state: 'queued', code: 'time_limit', attempts: 1 }]);
  });

  it('counts a delivery that breaks as one that failed, and tells its code only', async () => {
    await addMails(1);
    const fault = Object.assign(new Error(`could not mail ${MAIL.to}`), { code: 'ESOMETHING' });

    await test.sender({ mail: () => Promise.reject(fault) }).run();

    expect(test.messages()).toMatchObject([{ state: 'queued', code: 'ESOMETHING' }]);
    expect(test.logger.lines).toEqual([
      {
        level: 'warn',
        message: 'message not sent yet',
        fields: { id: expect.any(String) as string, kind: 'mail', code: 'ESOMETHING' },
      },
    ]);
  });

  it('logs ids, kinds and codes, and nothing of the messages', async () => {
    await addMails(3);
    const outcomes: Outcome[] = [
      DELIVERED,
      { kind: 'refused', code: 'smtp_550' },
      { kind: 'failed', code: 'smtp_421' },
    ];

    await test.sender({ mail: () => Promise.resolve(outcomes.shift() ?? DELIVERED) }).run();

    const said = test.logger.lines.map(({ level, message, fields }) => [level, message, fields.kind, fields.code]);
    expect(said.sort()).toEqual([
      ['info', 'message sent', 'mail', undefined],
      ['warn', 'message not sent yet', 'mail', 'smtp_421'],
      ['warn', 'message stuck', 'mail', 'smtp_550'],
    ]);
    for (const words of [MAIL.to, MAIL.subject, MAIL.text]) expect(test.logger.text).not.toContain(words);
  });

  it('sends again what it could not write down as sent', async () => {
    await addMails(1);
    let attempts = 0;
    const mail = (): Promise<Outcome> => {
      attempts += 1;
      return Promise.resolve(DELIVERED);
    };
    let writes = 0;
    const store: DocumentStore = Object.assign(Object.create(test.store) as DocumentStore, {
      replace: (...args: Parameters<DocumentStore['replace']>) => {
        writes += 1;
        if (writes === 2) return Promise.reject(new AppError('store_unavailable', 'the database is away'));
        return test.store.replace(...args);
      },
    });
    const sender = test.sender({ mail }, { store });

    await sender.run();
    const afterwards = states();
    test.clock.advance({ minutes: 5 });
    await sender.run();

    expect(afterwards).toEqual(['sending']);
    expect(test.logger.errors).toMatchObject([
      { message: 'the outbox broke off', cause: 'AppError store_unavailable' },
    ]);
    expect([attempts, ...states()]).toEqual([2, 'sent']);
  });

  it('sends what it is started with, and what it is woken for', async () => {
    await addMails(1);
    const sender = test.sender({ mail: () => Promise.resolve(DELIVERED) });

    sender.start();
    await eventually('the first is sent', () => states()[0] === 'sent');
    await test.outbox.add({ key: 'another', ...MAIL });
    sender.wake();
    await eventually('the second is sent', () => states().every((state) => state === 'sent'));
    await sender.stop();

    expect(states()).toHaveLength(2);
  });

  it('lets an attempt under way finish when it is stopped, and begins no other', async () => {
    await addMails(8);
    const { open, passed } = gate();
    const sender = test.sender({ mail: () => passed.then(() => DELIVERED) });
    sender.start();
    await eventually('four are under way', () => states().filter((state) => state === 'sending').length === 4);

    const stopped = sender.stop();
    open();
    await stopped;
    sender.wake();
    await sender.run();

    expect(states().sort()).toEqual([...Array<string>(4).fill('queued'), ...Array<string>(4).fill('sent')]);
  });
});
