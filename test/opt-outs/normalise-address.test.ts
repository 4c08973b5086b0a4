import fc from 'fast-check';

import { comparableAddress, normaliseAddress } from '../../src/opt-outs/normalise-address';

describe('an address of the suppression list', () => {
  it.each([
    ['Jo@Example.ORG', 'jo@example.org'],
    ['07700 900123', '+447700900123'],
    ['Flat 2,\n  10 High St\r\nBasingstoke   RG21 4FA ', 'Flat 2, 10 High St, Basingstoke RG21 4FA'],
    ['the fun day in Hook, red coat', 'the fun day in Hook, red coat'],
    ['jo at example org', 'jo at example org'],
  ])('is kept in a tidy form: %j', (text, address) => {
    expect(normaliseAddress(text)).toBe(address);
  });

  it.each([
    ['Flat 2,\n10 High St', 'flat 2 10 HIGH ST.'],
    ['Jo@example.org', 'mailto:jo@EXAMPLE.org'],
    ['(020) 7946 0958', '+44 20 7946 0958'],
    ['1 Stra\u00dfe', '1 stra\u00dfe'],
    ['Caf\u00e9, 1 High St', 'Cafe\u0301 1 High St'],
  ])('is found in another form: %j as %j', (one, other) => {
    expect(comparableAddress(other)).toBe(comparableAddress(one));
  });

  it.each([
    ['Flat 2, 10 High St', 'Flat 21, 0 High St'],
    ['jo@example.org', 'jo example org'],
    ['07700 900123', '07700 900124'],
  ])('is another one than a like one: %j and %j', (one, other) => {
    expect(comparableAddress(other)).not.toBe(comparableAddress(one));
  });

  it('is found by the form in which it is kept, and kept in one form, whatever was typed', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...Array.from('07+4@.a,\n ()-É')), maxLength: 16 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(comparableAddress(normaliseAddress(text))).toBe(comparableAddress(text));
        expect(normaliseAddress(normaliseAddress(text))).toBe(normaliseAddress(text));
      }),
      { seed: 32, numRuns: 5000 },
    );
  });
});
