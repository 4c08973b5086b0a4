import { type Operation } from '../support/recording-store';
import { CodeOffice } from './code-office';

const RIGHT = '7K4M-2QQ';
const WRONG = '5H2R-9CM';
const HOME = '192.0.2.1';

describe('a code asked for with a wrong reference, or for a case without e-mail (edge case 65)', () => {
  let office: CodeOffice;
  beforeEach(() => {
    office = new CodeOffice();
  });
  afterEach(() => office.close());

  /** What was done, and the form of what was written: how long each value is, not what it says. */
  const formOf = (operations: readonly Operation[]): unknown =>
    operations.map(({ name, collection, body }) => ({ name, collection, body: body && lengths(body) }));
  const lengths = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, key === 'state' ? 'a state' : lengths(one)]))
      : String(value).length;

  /** Everything that can be seen of asking twice, answering wrongly until no try is left, and asking too often. */
  const story = async (reference: string, contact: string | undefined) => {
    const outcomes: string[] = [];
    const done: unknown[] = [];
    const add = async (outcome: Promise<string>): Promise<void> => {
      outcomes.push(await outcome);
      done.push(formOf(office.store.takeOperations()));
    };
    await add(office.codes.check(reference, '123456', HOME));
    for (let n = 0; n < 2; n++) await add(office.codes.request(reference, contact, HOME));
    for (let n = 0; n < 4; n++) await add(office.codes.check(reference, office.guess(), HOME));
    for (let n = 0; n < 4; n++) await add(office.codes.request(reference, contact, HOME));
    for (let n = 0; n < 4; n++) await add(office.codes.check(reference, office.guess(), HOME));
    office.clock.advance({ minutes: 10 });
    await add(office.codes.check(reference, office.lastCode, HOME));
    office.clock.set('2026-11-25T10:00:00Z');
    return { outcomes, done };
  };

  it('is answered and stored in the same way as with a right one', async () => {
    const right = await story(RIGHT, 'jo@example.org');
    const wrong = await story(WRONG, undefined);
    const withoutEmail = await story('7F3K-4WC', undefined);

    expect(right.outcomes).toEqual([
      'expired',
      ...['asked', 'asked'],
      ...['wrong', 'wrong', 'none-left', 'none-left'],
      ...['asked', 'asked', 'asked', 'too-many'],
      ...['wrong', 'wrong', 'none-left', 'none-left'],
      'expired',
    ]);
    expect(right.done.slice(0, 3)).toMatchObject([
      [{ name: 'get', collection: 'one-time-codes' }],
      [{ name: 'get' }, { name: 'insert', collection: 'one-time-codes' }, { name: 'insert', collection: 'outbox' }],
      [{ name: 'get' }, { name: 'replace', collection: 'one-time-codes' }, { name: 'insert', collection: 'outbox' }],
    ]);
    expect(wrong).toEqual(right);
    expect(withoutEmail).toEqual(right);
  });

  it('goes to nobody', async () => {
    await office.codes.request(WRONG, undefined, HOME);

    expect(office.sent.map(({ to }) => to)).toEqual([undefined]);
  });

  it('has no right answer, not even the code that was not sent', async () => {
    await office.codes.request(WRONG, undefined, HOME);

    expect(await office.codes.check(WRONG, office.lastCode, HOME)).toBe('wrong');
  });
});
