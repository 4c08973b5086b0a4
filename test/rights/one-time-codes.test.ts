import fc from 'fast-check';

import { ONE_TIME_CODES } from '../../src/rights/codes-of-reference';
import { readTables } from '../support/database-file';
import { CodeOffice } from './code-office';

const RIGHT = '7K4M-2QQ';
const WRONG = '5H2R-9CM';
const JO = 'jo@example.org';
const HOME = '192.0.2.1';

describe('a one-time code', () => {
  let office: CodeOffice;
  /** Another one, with these limits. */
  const open = (...limits: ConstructorParameters<typeof CodeOffice>): void => {
    office.close();
    office = new CodeOffice(...limits);
  };

  beforeEach(() => {
    office = new CodeOffice();
  });
  afterEach(() => office.close());

  it('is six digits, sent to the contact of the case, and right once', async () => {
    expect(await office.codes.request(RIGHT, JO, HOME)).toBe('asked');

    expect(office.sent).toEqual([
      { to: JO, code: expect.stringMatching(/^\d{6}$/) as string, key: expect.any(String) as string },
    ]);
    expect(await office.codes.check(RIGHT, office.lastCode, HOME)).toBe('right');
    expect(await office.codes.check(RIGHT, office.lastCode, HOME)).toBe('expired');
  });

  it('has six digits also when it begins with noughts', async () => {
    open({ codesPerHour: 1000 });
    for (let n = 0; n < 200; n++) await office.codes.request(RIGHT, JO, HOME);

    expect(office.sent.filter(({ code }) => !/^\d{6}$/.test(code))).toEqual([]);
    expect(office.sent.some(({ code }) => code.startsWith('0'))).toBe(true);
    expect(new Set(office.sent.map(({ key }) => key)).size).toBe(200);
  });

  it.each([
    ['with a space', (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`],
    ['in a sentence', (code: string) => `its ${code}.`],
    [
      'on an Arabic keyboard',
      (code: string) => code.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
    ],
  ])('may be typed %s', async (_case, typed) => {
    await office.codes.request(RIGHT, JO, HOME);

    expect(await office.codes.check(RIGHT, typed(office.lastCode), HOME)).toBe('right');
  });

  it('is good for less than ten minutes (edge case 64)', async () => {
    await office.codes.request(RIGHT, JO, HOME);
    office.clock.advance({ minutes: 9, seconds: 59 });
    expect(await office.codes.check(RIGHT, office.guess(), HOME)).toBe('wrong');
    office.clock.advance({ seconds: 1 });

    expect(await office.codes.check(RIGHT, office.lastCode, HOME)).toBe('expired');
  });

  it('is good for three tries (edge case 64)', async () => {
    await office.codes.request(RIGHT, JO, HOME);
    const answers: string[] = [];
    for (let n = 0; n < 3; n++) answers.push(await office.codes.check(RIGHT, office.guess(), HOME));

    expect(answers).toEqual(['wrong', 'wrong', 'none-left']);
    expect(await office.codes.check(RIGHT, office.lastCode, HOME)).toBe('none-left');
  });

  it('is right at the third try', async () => {
    await office.codes.request(RIGHT, JO, HOME);
    for (let n = 0; n < 2; n++) await office.codes.check(RIGHT, office.guess(), HOME);

    expect(await office.codes.check(RIGHT, office.lastCode, HOME)).toBe('right');
  });

  it('takes the place of the one before it, with tries of its own', async () => {
    await office.codes.request(RIGHT, JO, HOME);
    const first = office.lastCode;
    for (let n = 0; n < 3; n++) await office.codes.check(RIGHT, office.guess(), HOME);
    do await office.codes.request(RIGHT, JO, HOME);
    while (office.lastCode === first);

    expect(await office.codes.check(RIGHT, first, HOME)).toBe('wrong');
    expect(await office.codes.check(RIGHT, office.lastCode, HOME)).toBe('right');
  });

  it('belongs to one case', async () => {
    await office.codes.request(RIGHT, JO, HOME);
    const code = office.lastCode;
    do await office.codes.request(WRONG, JO, HOME);
    while (office.lastCode === code);

    expect(await office.codes.check(WRONG, code, HOME)).toBe('wrong');
    expect(await office.codes.check(RIGHT, code, HOME)).toBe('right');
  });

  it('is there for nobody who has not asked', async () => {
    expect(await office.codes.check(RIGHT, '000000', HOME)).toBe('expired');
  });

  it('cannot be guessed by many answers at the same time', async () => {
    open({ codesPerHour: 1000, wrongAnswersPerDay: 1000 });
    await office.codes.request(RIGHT, JO, HOME);
    const wrong = Array.from({ length: 100 }, (_, n) =>
      String((Number(office.lastCode) + 1 + n) % 1_000_000).padStart(6, '0'),
    );

    const answers = await Promise.all(wrong.map((guess) => office.codes.check(RIGHT, guess, HOME)));

    expect(answers.filter((answer) => answer === 'wrong')).toHaveLength(2);
    expect(answers.filter((answer) => answer === 'none-left')).toHaveLength(98);
    expect(await office.codes.check(RIGHT, office.lastCode, HOME)).toBe('none-left');
  });

  it('is right for one of many who give it at the same time', async () => {
    await office.codes.request(RIGHT, JO, HOME);

    const answers = await Promise.all(
      Array.from({ length: 20 }, () => office.codes.check(RIGHT, office.lastCode, HOME)),
    );

    expect(answers.filter((answer) => answer === 'right')).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'expired')).toHaveLength(19);
  });

  it('never has more than three answers counted, however right, wrong and simultaneous they are', async () => {
    open({ codesPerHour: 1000, wrongAnswersPerDay: 1000 });
    const groups = fc.array(fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(groups, async (all) => {
        await office.codes.request(RIGHT, JO, HOME);
        const answers: string[] = [];
        for (const group of all) {
          const typed = group.map((isRight) => (isRight ? office.lastCode : office.guess()));
          answers.push(...(await Promise.all(typed.map((code) => office.codes.check(RIGHT, code, HOME)))));
        }
        const counted = answers.filter((answer) => answer === 'right' || answer === 'wrong');
        expect(counted.filter((answer) => answer === 'right').length).toBeLessThanOrEqual(1);
        expect(counted.length).toBeLessThanOrEqual(3);
      }),
      { seed: 21, numRuns: 60 },
    );
  });

  it('can be asked for five times an hour, and again when the first is an hour old', async () => {
    const outcomes: string[] = [];
    for (let n = 0; n < 6; n++) {
      outcomes.push(await office.codes.request(RIGHT, JO, HOME));
      office.clock.advance({ minutes: 1 });
    }

    expect(outcomes).toEqual(['asked', 'asked', 'asked', 'asked', 'asked', 'too-many']);
    expect(office.sent).toHaveLength(5);
    expect(await office.codes.check(RIGHT, office.lastCode, HOME)).toBe('right');
    office.clock.set('2026-11-25T11:00:00Z');
    expect(await office.codes.request(RIGHT, JO, HOME)).toBe('asked');
    expect(await office.codes.request(RIGHT, JO, HOME)).toBe('too-many');
  });

  it('locks the case out for a day after ten wrong answers, not the person (edge case 65)', async () => {
    for (let n = 0; n < 4; n++) {
      await office.codes.request(RIGHT, JO, HOME);
      for (let attempt = 0; attempt < 3; attempt++) await office.codes.check(RIGHT, office.guess(), HOME);
    }

    expect(await office.codes.request(RIGHT, JO, '198.51.100.7')).toBe('too-many');
    expect(await office.codes.check(RIGHT, office.lastCode, '198.51.100.7')).toBe('none-left');
    expect(await office.codes.request(WRONG, JO, HOME)).toBe('asked');
    expect(await office.codes.check(WRONG, office.lastCode, HOME)).toBe('right');
    office.clock.set('2026-11-26T10:00:00Z');
    expect(await office.codes.request(RIGHT, JO, HOME)).toBe('asked');
    expect(await office.codes.check(RIGHT, office.lastCode, HOME)).toBe('right');
  });

  it('forgets wrong answers once somebody gave the right one', async () => {
    open({ codesPerHour: 1000 });
    for (let n = 0; n < 10; n++) {
      await office.codes.request(RIGHT, JO, HOME);
      await office.codes.check(RIGHT, office.guess(), HOME);
      expect(await office.codes.check(RIGHT, office.lastCode, HOME)).toBe('right');
    }
  });

  it('is neither sent to nor taken from an address that calls too often, whatever the case', async () => {
    open({ callsPerHourOfAddress: 3 });
    await office.codes.request(RIGHT, JO, HOME);
    const code = office.lastCode;
    await office.codes.request(WRONG, undefined, HOME);
    await office.codes.check(WRONG, '000000', HOME);

    expect(await office.codes.request(WRONG, undefined, HOME)).toBe('too-many');
    expect(await office.codes.check(RIGHT, code, HOME)).toBe('none-left');
    expect(office.sent).toHaveLength(2);
    expect(await office.codes.check(RIGHT, code, '198.51.100.7')).toBe('right');
  });

  it('leaves neither code nor reference nor address in the database', async () => {
    await office.codes.request(RIGHT, JO, HOME);
    await office.codes.check(RIGHT, office.guess(), HOME);

    const rows = JSON.stringify(readTables(office.folder)[ONE_TIME_CODES.name]);
    expect(rows).toContain('"triesLeft":2');
    expect([office.lastCode, RIGHT, '7K4M2QQ', JO, HOME].filter((text) => rows.includes(`"${text}`))).toEqual([]);
  });
});
