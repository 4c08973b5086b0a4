import fc from 'fast-check';

import { normalisePhone } from '../../src/shared/normalise-phone';

describe('a phone number', () => {
  it.each([
    ['07700 900123', '+447700900123'],
    ['07700900123', '+447700900123'],
    ['  07700-900-123 ', '+447700900123'],
    ['(020) 7946 0958', '+442079460958'],
    ['+44 (0)20 7946 0958', '+442079460958'],
    ['0044 20 7946 0958', '+442079460958'],
    ['0044 (0) 7700 900123', '+447700900123'],
    ['44 7700 900123', '+447700900123'],
    ['01632 960 01', '+44163296001'],
    ['tel:+44-7700-900123', '+447700900123'],
    ['０７７００９００１２３', '+447700900123'],
    ['٠٧٧٠٠ ٩٠٠١٢٣', '+447700900123'],
    ['۰۷۷۰۰ ۹۰۰۱۲۳', '+447700900123'],
    ['+353 20 912 3456', '+353209123456'],
    ['00353 20 912 3456', '+353209123456'],
  ])('is the same however it is written: %s', (text, number) => {
    expect(normalisePhone(text)).toBe(number);
  });

  it.each([
    '',
    '0',
    '999',
    '7946 0958',
    '07700 90012',
    '07700 9001234',
    'call 07700 900123',
    '+44 0',
    '++447700900123',
  ])('is not "%s"', (text) => {
    expect(normalisePhone(text)).toBeUndefined();
  });

  it('stays as it is when it is normalised again', () => {
    const digits = fc.stringMatching(/^(?:\+|00|0|44|\+44 ?\(0\))?[0-9 ()-]{5,16}$/);
    fc.assert(
      fc.property(digits, (text) => {
        const once = normalisePhone(text);
        if (once !== undefined) expect(normalisePhone(once)).toBe(once);
      }),
      { seed: 11, numRuns: 3000 },
    );
  });

  it('is the same for every way of writing the same British number', () => {
    const subscriber = fc.stringMatching(/^[1-9][0-9]{9}$/);
    const ways = fc.constantFrom(
      (digits: string) => `0${digits}`,
      (digits: string) => `+44${digits}`,
      (digits: string) => `0044 ${digits}`,
      (digits: string) => `+44 (0)${digits.slice(0, 4)} ${digits.slice(4)}`,
      (digits: string) => `(0${digits.slice(0, 4)}) ${digits.slice(4, 7)}-${digits.slice(7)}`,
    );
    fc.assert(
      fc.property(subscriber, ways, (digits, way) => {
        expect(normalisePhone(way(digits))).toBe(`+44${digits}`);
      }),
      { seed: 12, numRuns: 1000 },
    );
  });
});
