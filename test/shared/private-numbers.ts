import fc from 'fast-check';

/**
 * Numbers as real people's look, with valid check digits, and what people write beside them. All are made up by chance;
 * the seed is fixed where they are used.
 */
const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));

/** Cuts a text into groups of these sizes; what is left is the last. */
export const groups = (text: string, sizes: readonly number[], between: string): string => {
  const parts: string[] = [];
  let from = 0;
  for (const size of sizes) {
    parts.push(text.slice(from, from + size));
    from += size;
  }
  return [...parts, text.slice(from)].filter((part) => part !== '').join(between);
};

/** The digit that makes a number pass Luhn's formula. */
function luhnDigit(number: string): string {
  const sum = Array.from(number)
    .reverse()
    .reduce((total, digit, place) => {
      const doubled = Number(digit) * (place % 2 === 0 ? 2 : 1);
      return total + Math.floor(doubled / 10) + (doubled % 10);
    }, 0);
  return String((10 - (sum % 10)) % 10);
}

const ISSUERS: readonly (readonly [prefix: string, length: number])[] = [
  ['4', 13],
  ['4', 16],
  ['4', 19],
  ['51', 16],
  ['55', 16],
  ['2221', 16],
  ['2720', 16],
  ['34', 15],
  ['37', 15],
  ['300', 14],
  ['36', 14],
  ['3530', 16],
  ['6011', 16],
  ['6221', 16],
  ['6759', 16],
  ['6761', 18],
  ['6304', 19],
  ['5018', 16],
];

const cardNumber = fc
  .constantFrom(...ISSUERS)
  .chain(([prefix, length]) =>
    digits(length - prefix.length - 1).map((middle) => prefix + middle + luhnDigit(prefix + middle)),
  );

const cardSizes = (number: string): readonly number[] => (number.length < 16 ? [4, 6] : [4, 4, 4, 4]);

export const card = fc
  .tuple(cardNumber, fc.constantFrom('', ' ', '-', ' - ', '\u00a0', '.', '–'), fc.boolean())
  .map(([number, between, byOne]) =>
    byOne ? Array.from(number).join(between) : groups(number, cardSizes(number), between),
  );

const NI_FIRST = Array.from('ABCEGHJKLMNOPRSTWXYZ');
const NI_SECOND = Array.from('ABCEGHJKLMNPRSTWXYZ');
const NOT_GIVEN = ['BG', 'GB', 'KN', 'NK', 'NT', 'TN', 'ZZ'];

export const nationalInsurance = fc
  .tuple(
    fc
      .tuple(fc.constantFrom(...NI_FIRST), fc.constantFrom(...NI_SECOND))
      .map((letters) => letters.join(''))
      .filter((prefix) => !NOT_GIVEN.includes(prefix)),
    digits(6),
    fc.constantFrom('A', 'B', 'C', 'D'),
    fc.constantFrom('', ' ', '-', '.', '\u00a0'),
    fc.constantFrom([2, 2, 2, 2], [2, 6], [2, 3, 3]),
  )
  .map(([prefix, number, suffix, between, sizes]) => groups(prefix + number + suffix, sizes, between));

/** Ten in a piece, with the check digit that fits. */
export const nhs = fc
  .tuple(fc.constantFrom('4', '6', '7'), digits(8))
  .map(([first, rest]) => Array.from(first + rest))
  .map((nine) => [...nine, (11 - (nine.reduce((sum, digit, at) => sum + Number(digit) * (10 - at), 0) % 11)) % 11])
  .filter((signs) => signs[9] !== 10)
  .map((signs) => signs.join(''));

export const sortCode = fc
  .tuple(digits(6), fc.constantFrom('-', ' ', ''))
  .map(([number, between]) => groups(number, [2, 2], between));

export const account = fc
  .tuple(digits(8), fc.constantFrom('', ' '))
  .map(([number, between]) => groups(number, [4], between))
  // Two years may be two years.
  .filter((number) => !/^(19|20)\d\d (19|20)/.test(number));

/** Countries with the length of what comes after the check digits, letters (A) and figures (0). */
const IBANS: Readonly<Record<string, string>> = {
  GB: 'AAAA00000000000000',
  IE: 'AAAA00000000000000',
  DE: '000000000000000000',
  FR: '00000000000000000000000',
  NL: 'AAAA0000000000',
  PL: '000000000000000000000000',
};

const restOf97 = (text: string): number =>
  Array.from(text).reduce((rest, sign) => Number(String(rest) + String(parseInt(sign, 36))) % 97, 0);

export const iban = fc
  .constantFrom(...Object.entries(IBANS))
  .chain(([country, shape]) =>
    fc
      .tuple(
        ...Array.from(shape).map((sign) => (sign === 'A' ? fc.constantFrom(...Array.from('ABCHKLMNRWXY')) : digits(1))),
      )
      .map((signs) => signs.join(''))
      .map((body) => country + String(98 - restOf97(`${body}${country}00`)).padStart(2, '0') + body),
  )
  .chain((number) => fc.constantFrom(number, groups(number, Array<number>(9).fill(4), ' '), number.toLowerCase()));

const LETTERS = Array.from('23456789CDFGHJKMNPQRTVWXYZ');
const reference = fc
  .array(fc.constantFrom(...LETTERS), { minLength: 7, maxLength: 7 })
  .map((signs) => groups(signs.join(''), [4], '-'))
  // A reference of which all signs are figures could be anything.
  .filter((text) => /[A-Z]/.test(text));

/** A number in the shapes in which people write it. */
const shaped = (length: number, prefix: string, ...shapes: readonly (readonly [readonly number[], string])[]) =>
  fc
    .tuple(digits(length - prefix.length), fc.constantFrom(...shapes))
    .map(([rest, [sizes, between]]) => groups(prefix + rest, sizes, between));

const telephone = fc.oneof(
  shaped(11, '07', [[], ''], [[5], ' '], [[5, 3], ' '], [[5, 3], '-'], [[3, 4], ' '], [[4, 3], ' ']),
  shaped(11, '020', [[], ''], [[3, 4], ' '], [[3, 4], '-'], [[3], ' ']),
  shaped(11, '0161', [[], ''], [[4, 3], ' '], [[4, 3], '-'], [[4], ' ']),
  shaped(11, '01632', [[5], ' '], [[5, 3], ' ']),
  shaped(10, '0169', [[5], ' '], [[], '']),
  shaped(11, '0300', [[4, 3], ' '], [[], '']),
  shaped(10, '0800', [[4, 3], ' '], [[4], ' ']),
  fc
    .tuple(
      fc.constantFrom('+44 ', '+44', '0044 ', '+44 (0)', '+44(0) '),
      shaped(10, '7', [[], ''], [[4], ' '], [[4, 3], ' ']),
    )
    .map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom('+44 20 ', '(020) '), shaped(8, '7', [[4], ' '])).map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom('+353 ', '+48 ', '+49 ', '+1 '), shaped(10, '4', [[3, 3], ' ']))
    .map((parts) => parts.join('')),
);

const day = fc.integer({ min: 1, max: 28 });
const month = fc.integer({ min: 1, max: 12 });
const two = (number: number): string => String(number).padStart(2, '0');

const date = fc
  .tuple(day, month, fc.integer({ min: 1950, max: 2030 }), fc.constantFrom('/', '-', '.', ' '), fc.boolean())
  .map(([d, m, y, between, isShort]) => [two(d), two(m), isShort ? two(y % 100) : String(y)].join(between));

const postcode = fc.constantFrom('SW1A 1AA', 'rg21 4ag', 'SO14 0AA', 'B1 1BB', 'ba2 3ah', 'EC1A1BB', 'M1 1AE');

const amount = fc
  .tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 99 }))
  .map(([pounds, pence]) => `£${pounds.toLocaleString('en-GB')}.${two(pence)}`);

const tenancy = fc.integer({ min: 5, max: 10 }).chain((length) => digits(length));

const others = fc.constantFrom(
  'Friday 25 and Monday 28 December 2026',
  '1 Jan, 3 Apr, 6 Apr, 4 May, 25 May, 31 Aug 2026',
  '999 or 116 123',
  '0808 2000 247 and 0800 111 999',
  'flats 12, 14 and 16',
  '10.30 to 11.45',
  'UPRN 100023336956',
  '😀 1️⃣2️⃣3️⃣ 🏠🏠',
  'a4 b5 c6',
  'articles 12A and 22A-22D',
  'S.164A of 2018',
  '2 + 2 = 4',
);

const icoNumber = fc.oneof(
  digits(7).map((number) => `Z${number}`),
  digits(6).map((number) => `ZA${number}`),
  digits(6).map((number) => `ZB${number}`),
);

/** What people write in such a chat, and what has to stay, by what it is. */
export const HARMLESS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  reference,
  telephone,
  date,
  postcode,
  amount,
  tenancy,
  icoNumber,
  others,
};
