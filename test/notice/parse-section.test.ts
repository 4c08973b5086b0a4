import { parseSection } from '../../src/notice/parse-section';
import { sectionFile } from '../support/notices';

const parse = (body: string) => parseSection('section.md', sectionFile('rights', 'Your rights: a list', body));
const found = (body: string) => parse(body).problems.map(({ line, rule }) => `${line} ${rule}`);

describe('a section file', () => {
  it('has an id and a title, which may hold a colon', () => {
    expect(parse('Words.').value).toMatchObject({ id: 'rights', title: 'Your rights: a list' });
  });

  it('holds paragraphs, bullets, numbered items and addresses, each with its line', () => {
    const { value, problems } = parse('You may:\n\n- see\n- correct\n\n1. Ask\n2. Wait\n\n1 High Street\nAmbridge');

    expect(problems).toEqual([]);
    expect(value.blocks).toEqual([
      { form: 'paragraph', text: 'You may:', line: 6 },
      { form: 'bullet', text: 'see', line: 8 },
      { form: 'bullet', text: 'correct', line: 9 },
      { form: 'numbered', text: 'Ask', number: 1, line: 11 },
      { form: 'numbered', text: 'Wait', number: 2, line: 12 },
      { form: 'paragraph', text: '1 High Street\nAmbridge', line: 14 },
    ]);
  });

  it('has ordinary spaces, also where the editor typed others', () => {
    expect(parse('Write\u00a0 to  us.\u00a0').value.blocks[0]?.text).toBe('Write to us.');
  });

  it('may have a star that marks a footnote', () => {
    expect(parse('We record calls*.\n\n*We may keep them.').problems).toEqual([]);
  });

  it.each([
    ['a heading', '## Access', 'no-headings'],
    ['HTML', 'See <b>this</b>', 'no-html'],
    ['a character by its HTML name', 'Books&nbsp;and films', 'no-html'],
    ['a picture', '![A house](house.png)', 'no-images'],
    ['a link', 'See [our page](https://library.example)', 'no-links'],
    ['a table', '| Books | 3 years |', 'no-tables'],
    ['bold words', 'We keep **all** of it', 'plain-words'],
    ['a rule', '***', 'plain-words'],
    ['another mark of a list', '* Books', 'list-marks'],
    ['a bullet from a word processor', '• Books', 'list-marks'],
    ['a list in a list', '- Books\n  - Novels', 'no-nesting'],
  ])('may not hold %s', (_what, body, rule) => {
    expect(parse(body).problems.map((problem) => problem.rule)).toEqual([rule]);
  });

  it('reports every problem at once, in the order of the lines', () => {
    expect(found('# One\n\n1. a\n3. b\n\n<p>two\n\n- item\ngoes on')).toEqual([
      '6 no-headings',
      '9 numbering',
      '11 no-html',
      '14 one-line',
    ]);
  });

  it('keeps a paragraph in one line, for lines are kept apart in addresses', () => {
    const wrapped = 'We keep the films of our cameras for as long as we need them,\nand no longer.';

    expect(found(wrapped)).toEqual(['6 one-line']);
  });

  it('must have words', () => {
    expect(found('')).toEqual(['5 not-empty']);
  });
});

describe('the front matter of a section file', () => {
  const problems = (source: string) =>
    parseSection('section.md', source).problems.map(({ line, rule }) => `${line} ${rule}`);

  it.each([
    ['is needed', 'Just words.', ['1 front-matter']],
    ['must end', '---\nid: a\ntitle: b\n', ['1 front-matter']],
    ['has both keys', '---\nid: a\n---\nWords.', ['1 required-keys']],
    ['has no other keys', '---\nid: a\ntitle: b\nsummary: c\n---\nWords.', ['4 known-keys']],
    ['has each key once', '---\nid: a\ntitle: b\nid: c\n---\nWords.', ['4 unique']],
    ['has only keys with values', '---\nid: a\ntitle: b\nnonsense\n---\nWords.', ['4 front-matter']],
    ['has an id of small letters, digits and hyphens', '---\nid: Your Rights\ntitle: b\n---\nWords.', ['2 id-form']],
  ])('%s', (_rule, source, expected) => {
    expect(problems(source)).toEqual(expected);
  });
});
