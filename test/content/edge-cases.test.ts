import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Rows of the table of docs/rights.md: numbers of edge cases, and the files that show them. */
const ROWS = readFileSync(join('docs', 'rights.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, numbers = '', , files = ''] = line.split('|').map((cell) => cell.trim());
    return /^\d/.test(numbers) ? [{ numbers: numbersIn(numbers), files: files.replaceAll('`', '').split(', ') }] : [];
  });

/** "1 to 5", "58, 59" */
function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(/(\d+)(?: to (\d+))?/g)].flatMap(([, from, to = from]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => Number(from) + at),
  );
}

/** Numbers that the titles of a test file name. */
function namedIn(file: string): readonly number[] {
  const text = readFileSync(join('test', `${file}.test.ts`), 'utf8');
  const inWords = [...text.matchAll(/edge cases? ((?:\d+(?:, | and | to )?)+)/g)].map(([, found = '']) => found);
  const marks = [...text.matchAll(/['"](\d+): |\((\d+(?:, \d+)*)\)|^ +\['(\d+)', /gm)].map((found) =>
    [found[1], found[2], found[3]].join(','),
  );
  return [...inWords, ...marks].flatMap((found) => numbersIn(found));
}

const REQUIRED = numbersIn('1 to 39, 42, 44 to 53, 57 to 65, 70, 74');

describe('the table of edge cases', () => {
  it('has every one that the desk has to show', () => {
    const shown = ROWS.flatMap(({ numbers }) => numbers);

    expect(REQUIRED.filter((number) => !shown.includes(number))).toEqual([]);
  });

  it('names files that are there, each of which names the number, or one of several does', () => {
    const missing = ROWS.flatMap(({ numbers, files }) => {
      const gone = files.filter((file) => !existsSync(join('test', `${file}.test.ts`)));
      if (gone.length > 0) return gone;
      const named = files.flatMap((file) => namedIn(file));
      return numbers.filter((number) => !named.includes(number)).map(String);
    });

    expect(missing).toEqual([]);
  });
});
