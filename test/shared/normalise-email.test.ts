import fc from 'fast-check';

import { normaliseEmail } from '../../src/shared/normalise-email';

describe('an e-mail address', () => {
  it.each([
    ['Jo.Bloggs@Example.ORG', 'jo.bloggs@example.org'],
    ['  jo@example.org. ', 'jo@example.org'],
    ['mailto:jo@example.org', 'jo@example.org'],
    ['jo+news@example.org', 'jo+news@example.org'],
    ['jo@bücher.example', 'jo@xn--bcher-kva.example'],
    ['jo@XN--BCHER-KVA.example', 'jo@xn--bcher-kva.example'],
    ['ｊｏ＠ｅｘａｍｐｌｅ．ｏｒｇ', 'jo@example.org'],
    ["o'neil-x@mail.example.org", "o'neil-x@mail.example.org"],
  ])('is the same however it is written: %s', (text, address) => {
    expect(normaliseEmail(text)).toBe(address);
  });

  it.each([
    '',
    'jo',
    'jo@',
    '@example.org',
    'jo@example',
    'jo@@example.org',
    'jo bloggs@example.org',
    'jo@exa mple.org',
  ])('is not "%s"', (text) => {
    expect(normaliseEmail(text)).toBeUndefined();
  });

  it('stays as it is when it is normalised again', () => {
    const texts = fc.oneof(
      fc.emailAddress(),
      fc.tuple(fc.string({ unit: 'grapheme' }), fc.domain()).map((parts) => parts.join('@')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const once = normaliseEmail(text);
        if (once !== undefined) expect(normaliseEmail(once)).toBe(once);
      }),
      { seed: 13, numRuns: 3000 },
    );
  });

  it('is found in whatever mixture of letters somebody types it', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        expect(normaliseEmail(address.toUpperCase())).toBe(normaliseEmail(address));
        expect(normaliseEmail(address)).toBe(address.toLowerCase());
      }),
      { seed: 14 },
    );
  });
});
