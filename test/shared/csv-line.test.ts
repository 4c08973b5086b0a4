import fc from 'fast-check';

import { csvLine } from '../../src/shared/csv-line';

/** Reads one line as RFC 4180 says. */
function readLine(line: string): string[] {
  const cells = [...`,${line.slice(0, -2)}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^",]*))/g)];
  return cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}

describe('a line of a CSV file', () => {
  it('has its cells between commas and ends in CR and LF', () => {
    expect(csvLine(['surveys', '', 'jo@example.org'])).toBe('surveys,,jo@example.org\r\n');
  });

  it.each([
    ['a comma', '1 High St, Hook', '"1 High St, Hook"'],
    ['quotes', 'the "Hub"', '"the ""Hub"""'],
    ['a line break', '1 High St\nHook', '"1 High St\nHook"'],
    ['other scripts', 'Łódź كم', 'Łódź كم'],
  ])('keeps %s in its cell', (_case, text, cell) => {
    expect(csvLine([text])).toBe(`${cell}\r\n`);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("http://x.example","y")', `"'=HYPERLINK(""http://x.example"",""y"")"`],
    ['+447700900123', "'+447700900123"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', `"'\r=1"`],
    ['\n=1', `"'\n=1"`],
  ])('makes no formula of %j (edge case 67)', (text, cell) => {
    expect(csvLine([text])).toBe(`${cell}\r\n`);
  });

  it('can be read back whatever its cells hold, but for the apostrophe before what could be a formula', () => {
    const cells = fc.array(
      fc.string({ unit: fc.constantFrom('a', '=', '+', '-', '@', '"', ',', '\r', '\n', '\t', ' ', "'") }),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(cells, (texts) => {
        const safe = texts.map((text) => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text));
        expect(readLine(csvLine(texts))).toEqual(safe);
      }),
      { seed: 15, numRuns: 3000 },
    );
  });
});
