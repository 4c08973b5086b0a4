import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { checkCharacter, newReference, readReference } from '../../src/rights/reference';
import { spellReference } from '../../src/rights/spell-reference';
import { createRandom } from '../support/random';

const ALPHABET = '23456789CDFHJKMNPQRTVWX';
/** A postcode, a car's number, two days. */
const SOMETHING_ELSE = /^(?:[A-Z]{2}\d[A-Z\d]\d[A-Z]{2}|[A-Z]{2}\d\d[A-Z]{3}|\d\d[A-Z]{2}\d[A-Z]{2})$/;
const none = { kind: 'none' };
const mistyped = { kind: 'mistyped' };
const found = (reference: string) => ({ kind: 'reference', reference });

/** The reference that a seed makes. */
function referenceOf(seed: number): string {
  const random = createRandom(seed);
  return newReference((below) => Math.floor(random() * below));
}

const references = fc.integer().map(referenceOf);
const other = (character: string): string[] => Array.from(ALPHABET).filter((one) => one !== character);
const replaced = (text: string, at: number, by: string): string => text.slice(0, at) + by + text.slice(at + 1);

describe('a new reference', () => {
  it('is four characters, a hyphen and three, without vowels and look-alikes', () => {
    fc.assert(
      fc.property(references, (reference) => {
        expect(reference).toMatch(/^[2-9CDFHJKMNPQRTVWX]{4}-[2-9CDFHJKMNPQRTVWX]{3}$/);
      }),
      { seed: 1 },
    );
  });

  it('has neither three letters nor three digits in a row, so it spells nothing and is no part of a number', () => {
    fc.assert(
      fc.property(references, (reference) => {
        expect(reference.replace('-', '')).not.toMatch(/\d{3}|[A-Z]{3}/);
      }),
      { seed: 2, numRuns: 1000 },
    );
  });

  it('is seldom the same as another', () => {
    expect(new Set(Array.from({ length: 2000 }, (_, seed) => referenceOf(seed))).size).toBeGreaterThan(1998);
  });

  it('is drawn again when it looks like a postcode, such as WC2N 5DQ', () => {
    const drawn = Array.from('WC2N5D7K4M2Q', (character) => ALPHABET.indexOf(character));

    expect(newReference(() => drawn.shift() ?? 0)).toBe('7K4M-2QQ');
  });

  it('is spelled for those who hear it', () => {
    expect(spellReference('7K4M-2QQ')).toBe('7, K, 4, M, 2, Q, Q');
  });
});

describe('the check character', () => {
  /** The sum decides, and it is linear: with any other characters around them these changes change it just as much. */
  it('finds every wrong character, at every place, for every other character', () => {
    const seven = '7K4M2Q' + checkCharacter('7K4M2Q');
    const wrong = Array.from(seven).flatMap((right, at) => other(right).map((one) => replaced(seven, at, one)));

    expect(wrong).toHaveLength(7 * 22);
    expect(wrong.filter((text) => checkCharacter(text.slice(0, 6)) === text[6])).toEqual([]);
  });

  it('finds every swap of every two characters, neighbours or not, the check character among them', () => {
    const all: string[] = [];
    for (let first = 0; first < 7; first++) {
      for (let second = first + 1; second < 7; second++) {
        for (const a of ALPHABET) for (const b of other(a)) all.push(swapped(first, a, second, b));
      }
    }

    expect(new Set(all.map((text) => text.length))).toEqual(new Set([7]));
    expect(all).toHaveLength(21 * 23 * 22);
    expect(all.filter((text) => checkCharacter(text.slice(0, 6)) === text[6])).toEqual([]);
  });

  /** A right reference with these characters at these places, after which the two changed places. */
  function swapped(first: number, a: string, second: number, b: string): string {
    const free = [0, 1, 2].find((at) => at !== first && at !== second) ?? 0;
    const six = replaced(replaced('7K4M2Q', first, a), second, b).slice(0, 6);
    // Where one of the two is the check character, one of these fillings leads to it.
    const filled = Array.from(ALPHABET, (filling) => replaced(six, free, filling));
    const right = filled.map((one) => one + checkCharacter(one)).find((seven) => seven[second] === b) ?? '';
    return replaced(replaced(right, first, b), second, a);
  }
});

describe('reading a reference', () => {
  const example = '7K4M-2QQ';

  it.each([
    ['as it is', example],
    ['in a sentence', `Hello, my reference is ${example}. Any news?`],
    ['in small letters with a space', 'its 7k4m 2qq'],
    ['in one piece', 'ref:7k4m2qQ'],
    ['with a dot', '7K4M.2QQ'],
    ['with spaces around the hyphen', '7K4M - 2QQ'],
    ['with an en dash', '7K4M–2QQ'],
    ['with a hyphen that does not break', '7K4M\u20112QQ'],
    ['with a minus sign', '7K4M−2QQ'],
    ['with the hyphen said as a word', '7k4m dash 2qQ'],
    ['one by one', '7 K 4 M 2 Q Q'],
    ['one by one with commas', 'it is 7, K, 4, M, 2, Q, Q thank you'],
    ['one by one with hyphens', '7-K-4-M-2-Q-Q'],
    ['on two lines', '7K4M\n2QQ'],
    ['with a character that nobody sees', '7K4M\u200b-2QQ'],
    ['in wide characters', '７Ｋ４Ｍ－２ＱQ'],
    ['behind another word of its form', 'case 7k4m-2qQ not 9999-123'],
    ['in brackets', `(${example})`],
    ['in an address', `https://privacy.example.org/request/status#${example.toLowerCase()}`],
  ])('finds it %s', (_case, text) => {
    expect(readReference(text)).toEqual(found(example));
  });

  it('reads what looks like another character as the one that was meant', () => {
    const typed: Record<string, string> = { '8': 'B', '6': 'G', '5': 'S', V: 'u', '2': 'z' };
    fc.assert(
      fc.property(references, fc.nat(7), (reference, at) => {
        const text = replaced(reference, at, typed[reference.charAt(at)] ?? reference.charAt(at));
        // Without any digit it could be a word, and "CZ5C 5HD" is more likely a postcode.
        fc.pre(/\d/.test(text) && !SOMETHING_ELSE.test(text.replace('-', '').toUpperCase()));
        expect(readReference(`it is ${text}`)).toEqual(found(reference));
      }),
      { seed: 3, numRuns: 1000 },
    );
  });

  it('finds every new reference in every way of writing it', () => {
    const ways = fc.constantFrom(
      (reference: string) => reference,
      (reference: string) => reference.toLowerCase(),
      (reference: string) => reference.replace('-', ' '),
      (reference: string) => reference.replace('-', ''),
      (reference: string) => spellReference(reference),
      (reference: string) => Array.from(reference.replace('-', '')).join(' ').toLowerCase(),
    );
    const around = fc.constantFrom<[string, string]>(
      ['', ''],
      ['its ', ''],
      ['my reference is ', ', thanks'],
      ['I live at 8 HP22 5FD and it is ', '.'],
      ['Ring 07700 900123 about ', ' 2nd time'],
    );
    fc.assert(
      fc.property(references, ways, around, (reference, way, [before, after]) => {
        expect(readReference(before + way(reference) + after)).toEqual(found(reference));
      }),
      { seed: 4, numRuns: 1000 },
    );
  });

  it('takes no wrong character and no swap of neighbours for another reference, and calls it mistyped', () => {
    fc.assert(
      fc.property(references, (reference) => {
        const wrong = Array.from(reference).flatMap((right, at) =>
          right === '-' ? [] : other(right).map((one) => replaced(reference, at, one)),
        );
        const places = [0, 1, 2, 4, 5, 6].filter((at) => reference[at] !== reference[at + 1]);
        const swapped = places.map((at) => {
          const [a = '', b = ''] = [reference[at], reference[at + 1]];
          return a === '-' || b === '-' ? '' : replaced(replaced(reference, at, b), at + 1, a);
        });
        const acrossTheHyphen = replaced(replaced(reference, 3, reference.charAt(5)), 5, reference.charAt(3));
        const slips = [...wrong, ...swapped, acrossTheHyphen].filter((text) => text !== '' && text !== reference);

        const outcomes = slips.map((slip) => [slip, readReference(slip).kind]);
        const unseen = outcomes.filter(([, kind]) => kind !== 'mistyped').map(([slip = '']) => slip.replace('-', ''));
        // A few now have the form of a postcode, a car's number or two days, and are taken for nothing at all.
        expect(unseen.filter((slip) => !SOMETHING_ELSE.test(slip))).toEqual([]);
        expect(outcomes.filter(([, kind]) => kind === 'reference')).toEqual([]);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it.each([
    ['a wrong character', '7K4M-3QQ'],
    ['an O, which could be a D or a Q', '7K4M-2OQ'],
    ['a nought, which is in no reference', '7K0M-2QQ'],
    ['two that changed places', '7K4M-Q2Q'],
    ['a wrong character without the hyphen', 'it is 7k4m 3qQ'],
    ['one missing', '7K4M-2Q'],
    ['one missing in front', '7M4-Q2K'],
    ['one too many', '7K4MM-2QQ'],
    ['one too many behind', '7K4M-2QQX'],
    ['one missing without the hyphen', '7k4m2q'],
  ])('calls it mistyped with %s', (_case, text) => {
    expect(readReference(text)).toEqual(mistyped);
  });

  it('gives the right one when a mistyped one stands beside it', () => {
    expect(readReference(`not 7K4M-3QQ, sorry: ${example}`)).toEqual(found(example));
  });

  const letter = fc.constantFrom(...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ'));
  const digit = fc.constantFrom(...Array.from('0123456789'));
  const shaped = (shape: string) =>
    fc
      .tuple(...Array.from(shape).map((one) => (one === 'L' ? letter : one === 'D' ? digit : fc.constant(one))))
      .map(joined);
  const joined = (parts: readonly string[]): string => parts.join('');
  const said = fc.constantFrom<[string, string]>(
    ['', ''],
    ['its ', ''],
    ['I live at 12 High St, ', ', call me'],
    ['(', ')'],
  );

  it('takes no postcode for one', () => {
    const inward = fc.tuple(fc.constantFrom(' ', '', '-', '  '), shaped('DLL')).map(joined);
    const outward = fc.constantFrom('LD', 'LDD', 'LLD', 'LLDD', 'LDL', 'LLDL').chain(shaped);
    const postcodes = fc.tuple(outward, inward).map(joined);
    const spelled = postcodes.map((postcode) => Array.from(postcode.replace(/\W/g, '')).join(' '));
    fc.assert(
      fc.property(fc.oneof(postcodes, spelled), said, fc.boolean(), (postcode, [before, after], isSmall) => {
        expect(readReference(before + (isSmall ? postcode.toLowerCase() : postcode) + after)).toEqual(none);
      }),
      { seed: 6, numRuns: 20_000 },
    );
  });

  it('takes no phone number for one', () => {
    const shapes = [
      '07DDD DDDDDD',
      '07DDDDDDDDD',
      '020 DDDD DDDD',
      '(01DDD) DDDDDD',
      '01DDD-DDDDDD',
      '0800 DDD DDD',
      '+44 7DDD DDD DDD',
      '+44 (0)20 DDDD DDDD',
      'DDDD DDD',
      'DDDDDDD',
      'D D D D D D D',
    ];
    const numbers = fc.constantFrom(...shapes).chain(shaped);
    fc.assert(
      fc.property(numbers, said, (number, [before, after]) => {
        expect(readReference(before + number + after)).toEqual(none);
      }),
      { seed: 7, numRuns: 5000 },
    );
  });

  it('takes no National Insurance number for one', () => {
    const shapes = ['LLDDDDDDL', 'LL DD DD DD L', 'LL DDDDDD L', 'LL-DD-DD-DD-L', 'LLDDDD DDL', 'LLDD DDDDL'];
    const numbers = fc.constantFrom(...shapes).chain(shaped);
    fc.assert(
      fc.property(numbers, said, (number, [before, after]) => {
        expect(readReference(before + number + after)).toEqual(none);
      }),
      { seed: 8, numRuns: 10_000 },
    );
  });

  it('takes no word for one, alone or with others, whatever its letters', () => {
    const word = fc.array(letter, { minLength: 1, maxLength: 9 }).map(joined);
    const words = fc
      .tuple(word, fc.constantFrom(' ', '-', ', ', ''), word, fc.constantFrom(' ', '.'), word)
      .map(joined);
    fc.assert(
      fc.property(words, (text) => {
        expect(readReference(text)).toEqual(none);
      }),
      { seed: 9, numRuns: 10_000 },
    );
  });

  it('takes nothing for one that people ask us: no question of the content', () => {
    const folder = 'content/questions';
    const lines = readdirSync(folder).flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'));

    expect(lines.length).toBeGreaterThan(7000);
    expect(lines.filter((line) => readReference(line).kind !== 'none')).toEqual([]);
  });

  it.each([
    'from 24hr-2pm or the 22nd-3rd',
    'on the 2nd 3rd and 4th',
    'Park 2nd floor, Flat 2b',
    'my car KT23 CDF, or kt23-cdf',
    'flat 8 W1T 2QT',
    'covid-19 and 24-7',
    'call 900 2345 x 2',
    'tenancy TEN12345, account 12345678',
    'born 23-Mar-1972 or 2nd Mar 72',
    '2024-25 and 2024-Nov',
    '',
  ])('takes nothing for one in "%s"', (text) => {
    expect(readReference(text)).toEqual(none);
  });
});
