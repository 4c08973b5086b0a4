import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loadNoticeFile } from '../../src/notice/load-notice-file';
import { AppError } from '../../src/shared/app-error';

describe('a notice from any one Markdown file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'notice-file-'));
  const file = join(folder, 'our-notice.md');
  const load = (text: string | Buffer) => {
    writeFileSync(file, text);
    return loadNoticeFile(file);
  };
  const passages = (text: string) => load(text).sections.flatMap((section) => section.passages);
  const texts = (text: string) => passages(text).map((passage) => passage.text);

  afterAll(() => rmSync(folder, { recursive: true }));

  it('has a title and sections by heading; words before the first heading come under the title', () => {
    const notice = load('# Our **notice**\n\nHello.\n\n## Keeping ##\n\nWe keep cards.\n\n### Films\n\nNone.\n');

    expect(notice).toMatchObject({ title: 'Our notice', version: 'our-notice', publishedAs: 'our-notice' });
    expect(notice.sections.map(({ id, title }) => [id, title])).toEqual([
      ['our-notice', 'Our notice'],
      ['keeping', 'Keeping'],
      ['films', 'Films'],
    ]);
  });

  it('is cited by the version that the caller gives', () => {
    writeFileSync(file, 'Hello.');

    expect(loadNoticeFile(file, '2030-01').sections[0]?.passages[0]?.version).toBe('2030-01');
  });

  it('takes its title from the front matter or from underlined words, too', () => {
    expect(load('---\ntitle: "Our notice"\nlang: en\n---\nHello.').title).toBe('Our notice');
    expect(load('Our notice\n==========\n\nKeeping\n-------\n\nCards.').sections[0]?.title).toBe('Keeping');
  });

  it('takes its name from the file when there is no heading at all', () => {
    expect(load('Hello.').sections).toMatchObject([{ id: 'our-notice', title: 'our-notice' }]);
  });

  it('joins the lines of a paragraph, and keeps those of an address', () => {
    const text = 'We keep your library card for\nthree years.\n\nWrite to:\n\nThe Library\n1 High Street\nAmbridge\n';

    expect(texts(text)).toEqual([
      'We keep your library card for three years.',
      'Write to:',
      'The Library\n1 High Street\nAmbridge',
    ]);
  });

  it('reads lists of every kind, with their lead-in', () => {
    const items = passages('We keep:\n\n* cards\n  for 3 years\n\n* films\n\n1. a\n2) b\n- c\n+ d\n• e').slice(1);

    expect(items.map(({ text }) => text)).toEqual(['cards for 3 years', 'films', 'a', 'b', 'c', 'd', 'e']);
    expect(new Set(items.map(({ leadIn }) => leadIn))).toEqual(new Set(['We keep:']));
  });

  it.each([
    ['**bold**, *italic*, __bold__, _italic_ and ~~gone~~', 'bold, italic, bold, italic and gone'],
    ['[our page](https://library.example/a_(b) "Title") and ![a house](house.png)', 'our page and a house'],
    ['[our page][1] and <https://library.example>', 'our page and https://library.example'],
    ['<b>Bold</b><br>next &amp; last&nbsp;&#8217;&#x110000;', 'Bold next & last ’&#x110000;'],
    ['snake_case_words and 2 * 3 * 4 and a footnote*', 'snake_case_words and 2 * 3 * 4 and a footnote*'],
    ['\\*not italic\\*', '*not italic*'],
    ['> quoted', 'quoted'],
    ['| Cards | 3 years |\n|---|---|', 'Cards 3 years'],
    ['Seen <!-- not seen\n\nnor this --> again', 'Seen again'],
  ])('reads %j as plain words', (markdown, words) => {
    expect(texts(markdown)).toEqual([words]);
  });

  it('keeps the ids of sections and passages apart', () => {
    const found = passages('## Cards\n\nSame.\n\nSame.\n\n## Cards\n\nSame.\n');

    expect(found.map(({ id }) => id)).toEqual(['cards/same', 'cards/same-2', 'cards-2/same']);
  });

  it('reads files of other systems', () => {
    expect(texts('\uFEFFOne.\r\n\r\nTwo.\r\n')).toEqual(['One.', 'Two.']);
    expect(load(Buffer.from('\uFEFFOne.', 'utf16le')).sections[0]?.passages[0]?.text).toBe('One.');
  });

  it('has no sections when the file is empty', () => {
    expect(load('').sections).toEqual([]);
  });

  it('survives any text', () => {
    const piece = fc.constantFrom(
      '#',
      '##',
      '-',
      '*',
      '**',
      '_',
      '`',
      '[',
      '](',
      ')',
      '<',
      '<!--',
      '-->',
      '|',
      '---',
      '1.',
      '\n',
      '\n\n',
      ' ',
      '\\',
      '&#9;',
      'word',
      '\t',
      '>',
      '\0',
      '’',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
    );

    fc.assert(
      fc.property(text, (source) => {
        const found = passages(source);

        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        expect(found.filter((passage) => passage.text.trim() === '')).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is a failure of the content when there is no such file', () => {
    expect(() => loadNoticeFile(join(folder, 'none.md'))).toThrow(AppError);
  });
});
