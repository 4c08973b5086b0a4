import fc from 'fast-check';

import { maskPrivateNumbers, type PrivateKind } from '../../src/shared/mask-private-numbers';
import { account, card, groups, HARMLESS, iban, nationalInsurance, nhs, sortCode } from './private-numbers';

const RUNS = { seed: 20261123, numRuns: 2000 };

/** Words that say nothing of what stands between them. */
const around = fc.constantFrom<[string, string]>(
  ['', ''],
  ['is it ', ' that you hold'],
  ['do you share ', ' with anyone?'],
  ['(', ')'],
  ['first line\n', '\nlast line'],
  ['“', '”'],
  ['I wrote: ', '. Who can see it?'],
  ['🙂', '🙂'],
);

const signsOf = (text: string): string => text.replace(/[^a-z\d]/gi, '');

describe('masking of private numbers', () => {
  /** Nothing of the number is left, and everything around it is. */
  function expectHidden(kind: PrivateKind, [before, after]: readonly [string, string], number: string): void {
    const { text, found } = maskPrivateNumbers(before + number + after);
    const hidden = text.slice(before.length, text.length - after.length);
    expect([found, signsOf(hidden)]).toEqual([[kind], '']);
    expect([text.startsWith(before), text.endsWith(after), hidden.includes('•')]).toEqual([true, true, true]);
    expect(maskPrivateNumbers(text)).toEqual({ text, found: [] });
  }

  it('hides payment cards of all issuers, however they are groups', () => {
    fc.assert(
      fc.property(around, card, (words, number) => expectHidden('card', words, number)),
      RUNS,
    );
  });

  it('hides National Insurance numbers', () => {
    fc.assert(
      fc.property(around, nationalInsurance, (words, number) => expectHidden('national-insurance', words, number)),
      RUNS,
    );
  });

  it('hides National Insurance numbers in small letters when it is said what they are', () => {
    fc.assert(
      fc.property(nationalInsurance, (number) =>
        expectHidden('national-insurance', ['my ni number is ', ' a typing error?'], number.toLowerCase()),
      ),
      RUNS,
    );
  });

  it('hides NHS numbers in groups, and others where NHS is said', () => {
    fc.assert(
      fc.property(around, nhs, fc.constantFrom(' ', '-'), (words, number, between) => {
        expectHidden('nhs', words, groups(number, [3, 3], between));
        expectHidden('nhs', ['my NHS number: ', ' please'], number);
        expectHidden('nhs', ['', ' is my nhs no'], number);
      }),
      RUNS,
    );
  });

  it('hides a sort code with an account number, and each where it is said what it is', () => {
    fc.assert(
      fc.property(sortCode, account, (code, number) => {
        expectHidden('bank', ['sort code ', ''], code);
        expectHidden('bank', ['my Sort Code is: ', ' thanks'], code);
        expectHidden('bank', ['account number ', ''], number);
        expectHidden('bank', ['my bank account is ', ', ok'], number);
        expectHidden('bank', ['my bank: ', ''], `${code}, ${number}`);
        const { text } = maskPrivateNumbers(`sort code and account number are ${code} and ${number}`);
        expect(text).toMatch(/^sort code and account number are [•\s-]+ and [•\s]+$/);
      }),
      RUNS,
    );
  });

  it('hides IBANs', () => {
    fc.assert(
      fc.property(around, iban, (words, number) => expectHidden('bank', words, number)),
      RUNS,
    );
  });

  it.each([
    ['my password is hunter2', 'my password is ••••'],
    ['Password: Summer-2024.', 'Password: ••••.'],
    ['my password is banana', 'my password is ••••'],
    ['MY PASSWORD IS BANANA and I am locked out', 'MY PASSWORD IS •••• and I am locked out'],
    ['the password for the portal was "correct horse", delete it', 'the password for the portal was "••••", delete it'],
    ['pin: 1234', 'pin: ••••'],
    ['My PIN number is 4321 ok', 'My PIN number is •••• ok'],
    ['passcode 998877', 'passcode ••••'],
    ['pass phrase = open_sesame', 'pass phrase = ••••'],
  ])('hides the password in "%s"', (said, hidden) => {
    expect(maskPrivateNumbers(said)).toEqual({ text: hidden, found: ['password'] });
    expect(maskPrivateNumbers(hidden).found).toEqual([]);
  });

  it.each([
    'my password is wrong',
    'I forgot my password. Is it stored?',
    'is my password kept safe?',
    'my password is not working',
    'who else knows my pin',
    'did you get my PIN by post in 2024?',
    'the password was stolen',
    'is it true that my password is shared',
  ])('leaves "%s" as it is, which tells no password', (said) => {
    expect(maskPrivateNumbers(said)).toEqual({ text: said, found: [] });
  });

  it('says each kind once, in one order, and keeps what stands between', () => {
    const said =
      'cards 4111 1111 1111 1111 and 5555-5555-5555-4444 cvv 123, ni AB123456C, pin is 1234, nhs 943 476 5919.';

    expect(maskPrivateNumbers(said)).toEqual({
      text: 'cards •••• •••• •••• •••• and ••••-••••-••••-•••• cvv ••••, ni •••• •••••, pin is ••••, nhs ••• ••• ••••.',
      found: ['card', 'national-insurance', 'nhs', 'password'],
    });
  });

  it.each([
    ['a day before it', 'on 01.04.2024 4111 1111 1111 1111', 'on 01.04.2024 •••• •••• •••• ••••'],
    ['its last day and code after it', '4111 1111 1111 1111 12/27 123', '•••• •••• •••• •••• 12/27 123'],
    ['signs without a width in it', '\u202d4111\u200b1111\u200b1111\u200b1111\u202c', /^\u202d[•\u200b]+\u202c$/],
    ['another one after it', '4111111111111111 5555555555554444', '•••• •••• •••• •••• •••• •••• •••• ••••'],
  ])('finds a card with %s', (_what, said, hidden) => {
    const { text, found } = maskPrivateNumbers(said);

    expect(found).toEqual(['card']);
    if (typeof hidden === 'string') expect(text).toBe(hidden);
    else expect(text).toMatch(hidden);
  });

  it.each([
    '4111 1111 1111 1112',
    '1111 1111 1111 1117',
    'BG 12 34 56 A',
    'AO123456B',
    'DA123456C',
    '943 476 5918',
    '9434765919',
    'GB29 NWBK 6016 1331 9268 18',
    '12345678',
    '12-34-56',
    'on 12-11-26 20871234 was opened',
    'my rent account number is 12345678',
    'statements of my account 2019-2024',
    'on 12 11 26 a man came',
    'either 7K4M-2QX or 4711-02D',
    'registered as ZA123456 a month ago',
    'flats 41 42 43 44 45 46 47 48',
    'meter 4 5 6 7 8 9 10 11 12 13',
    'case 4857773457',
    'call NHS 111, option 2, or 0300 123 1234',
  ])('leaves "%s" as it is', (said) => {
    expect(maskPrivateNumbers(said)).toEqual({ text: said, found: [] });
  });

  describe.each(Object.entries(HARMLESS))('%s', (_name, harmless) => {
    it('stays as it is', () => {
      fc.assert(
        fc.property(around, harmless, ([before, after], number) => {
          const said = before + number + after;
          expect(maskPrivateNumbers(said)).toEqual({ text: said, found: [] });
        }),
        RUNS,
      );
    });
  });

  it('leaves several of these in one message as they are', () => {
    const any = fc.oneof(...Object.values(HARMLESS));
    const link = fc.constantFrom(', ', ' and ', '\n', ' / ', ' or ');
    fc.assert(
      fc.property(any, link, any, link, any, (a, x, b, y, c) => {
        const said = a + x + b + y + c;
        expect(maskPrivateNumbers(said)).toEqual({ text: said, found: [] });
      }),
      { ...RUNS, numRuns: 10_000 },
    );
  });

  it('hides private numbers among harmless ones, and only these', () => {
    const any = fc.oneof(...Object.values(HARMLESS));
    fc.assert(
      fc.property(any, card, any, (a, number, b) => {
        const { text, found } = maskPrivateNumbers(`${a}, ${number}, ${b}`);
        expect(found).toEqual(['card']);
        expect([text.startsWith(`${a}, `), text.endsWith(`, ${b}`)]).toEqual([true, true]);
        expect(signsOf(text.slice(a.length, text.length - b.length))).toBe('');
      }),
      RUNS,
    );
  });

  it('takes any text, and masks it only once', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (said) => {
        const { text } = maskPrivateNumbers(said);
        expect(maskPrivateNumbers(text).text).toBe(text);
      }),
      RUNS,
    );
  });
});
