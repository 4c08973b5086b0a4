import fc from 'fast-check';

import { normalise, wordsOf } from '../../src/search/normalise';

describe('normalise', () => {
  it('reads a word with and without its apostrophe as the same', () => {
    expect(normalise("Don't")).toBe('dont');
    expect(normalise('Don’t')).toBe(normalise('dont'));
  });

  it('drops accents, punctuation and odd spaces', () => {
    expect(normalise('  Café\u00a0—\u200b what?! ')).toBe('cafe what');
  });

  it('joins the halves of e-mail', () => {
    expect(normalise('my E-mail address')).toBe('my email address');
  });

  it('keeps letters of other scripts and figures', () => {
    expect(wordsOf('Як довго 6 місяців')).toEqual(['як', 'довго', '6', 'місяців']);
  });

  it('finds no words in a text of signs', () => {
    expect(wordsOf('?!… 👍')).toEqual([]);
  });

  it('changes nothing more when it is applied again, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const once = normalise(text);

        expect(normalise(once)).toBe(once);
      }),
    );
  });

  it('stays short where one sign stands for many letters', () => {
    expect(normalise('\ufdfa'.repeat(2_000)).length).toBeLessThanOrEqual(4_000);
  });
});
