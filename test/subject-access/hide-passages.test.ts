import fc from 'fast-check';

import { countPassages, hidePassages } from '../../src/subject-access/hide-passages';

const HIDDEN = '(hidden)';
const hide = (text: string, ...passages: readonly string[]): string => hidePassages(text, passages, HIDDEN);

describe('passages that are hidden', () => {
  it.each([
    ['Karen and KAREN', ['karen'], '(hidden) and (hidden)'],
    ['Karen  Anne\nSmith', ['Karen Anne Smith'], '(hidden)'],
    ['Karen Smith, Karen', ['Karen', 'Karen Smith'], '(hidden), (hidden)'],
    ['Karenina is a book', ['Karen'], 'Karenina is a book'],
    ["Seán O'Casey's", ["seán o'casey"], "(hidden)'s"],
    ['call +44 7700 (900) 999.', ['+44 7700 (900) 999'], 'call (hidden).'],
    ['$1 and $& stay', ['and'], '$1 (hidden) $& stay'],
  ])('stand nowhere in "%s" any more', (text, passages, expected) => {
    expect(hide(text, ...passages)).toBe(expected);
  });

  it('are hidden in every text, however deep, and nothing else is changed', () => {
    const data = { at: 5, list: [{ text: 'to Karen', none: null }], Karen: ['Karen'] };

    expect(hidePassages(data, ['Karen'], HIDDEN)).toEqual({
      at: 5,
      list: [{ text: `to ${HIDDEN}`, none: null }],
      Karen: [HIDDEN],
    });
    expect(countPassages(data, ['Karen'])).toBe(2);
  });

  it('are found nowhere after that, whatever they are made of', () => {
    const word = fc.string({
      unit: fc.constantFrom(
        'a',
        'B',
        '9',
        ' ',
        'é',
        'ß',
        '.',
        '*',
        '+',
        '?',
        '^',
        '$',
        '(',
        ')',
        '[',
        ']',
        '{',
        '|',
        '\\',
        '/',
        '-',
      ),
      minLength: 2,
      maxLength: 12,
    });
    const passages = fc.array(
      word.filter((text) => text.trim().length >= 2),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(passages, fc.string(), (hidden, between) => {
        const text = hidden.join(` ${between} `);
        expect(countPassages(hidePassages(text, hidden, '§'), hidden)).toBe(0);
      }),
    );
  });
});
