import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { checkContent } from '../../src/commands/check-content';
import { describeCoverage } from '../../src/search/describe-coverage';
import { loadQuestions } from '../../src/search/load-questions';
import { aSetFolder } from '../commands/evaluate/a-question-set';
import { realLawNotes } from '../search/real-content';
import { aContentFolder, type ContentFolder } from '../support/notices';

describe('the command that checks the content', () => {
  let folder: ContentFolder;
  let lines: string[];
  const output = { log: (line: string) => lines.push(line), error: (line: string) => lines.push(line) };

  beforeEach(() => {
    folder = aContentFolder();
    lines = [];
  });

  afterEach(() => folder.remove());

  it('says what it has checked, and how well topics are covered, when all is well', () => {
    const status = checkContent([], 'content', output);

    expect(status).toBe(0);
    expect(lines[0]).toMatch(/^content: \d+ files in content, no problems$/);
    expect(lines.at(-1)).toMatch(/^questions: \d+ of \d+ batches for \d+ topics, \d+ of them thinly covered$/);
  });

  it('notes every topic that needs more questions, with its place, and takes that for no problem', () => {
    checkContent([], 'content', output);

    const notes = lines.slice(1, -1).filter((line) => !line.includes('law-notes.yaml'));
    const { thin } = describeCoverage(loadQuestions('content').value);
    expect(notes).toHaveLength(thin.length);
    for (const note of notes) {
      expect(note).toMatch(/^note: content\/questions\/[\w-]+\.yaml:\d+ {2}[\w-]+ has \d+ questions? of \d+ batch/);
    }
  });

  it('notes each time which notes on the law nobody has approved, and takes that for no problem', () => {
    const { notes } = realLawNotes();

    const status = checkContent([], 'content', output);

    expect(status).toBe(0);
    for (const { id, approval } of notes) {
      const isNoted = lines.some((line) =>
        line.startsWith(`note: content/law-notes.yaml  ${id}: nobody has approved it`),
      );
      expect([id, isNoted]).toEqual([id, approval === undefined]);
    }
  });

  it('compares the questions with those of the evaluation: none of them may be taught', () => {
    const [taught = { text: '' }] = loadQuestions('content').value.phrasings.filter(
      ({ text }) => text.split(' ').length > 5,
    );
    const set = aSetFolder([{ id: 'A', q: `${taught.text} please`, kind: 'decline', why: 'off_topic' }, 'broken']);

    const status = checkContent([], 'content', output, set.file);

    set.remove();
    expect(status).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(/^content\/questions\/.*:\d+ {2}".*" is what .*questions\.jsonl:1 tests .*\(not-tested\)$/),
      `${set.file}:2  this line is not JSON  (json)`,
    ]);
  });

  it('prints the problems of all files at once, each with its file, line and rule', () => {
    folder.write('notice/2026-02/020-keeping.md', '---\nid: keeping\ntitel: Keeping\n---\n\n<b>We</b> keep cards.\n');
    folder.write('notice/2026-02/notes.txt', 'Ask the lawyers.');

    const status = checkContent([], folder.path, output);

    const file = `${folder.path}/notice/2026-02`;
    expect(status).toBe(1);
    expect(lines).toContain(`${file}/020-keeping.md:3  unknown key "titel"; the keys are id and title  (known-keys)`);
    expect(lines).toContain(`${file}/020-keeping.md:6  write plain words, without HTML  (no-html)`);
    expect(lines).toContainEqual(expect.stringMatching(/notes\.txt:1 {2}name a section file .*\(file-name\)$/));
    expect(lines).toContain(`${folder.path}/pages/en.yaml:1  the file is missing  (file-exists)`);
  });

  it('tells of a form that people could not read', () => {
    const copy = mkdtempSync(join(tmpdir(), 'content-'));
    cpSync('content', copy, { recursive: true });
    const file = join(copy, 'rights/human.yaml');
    const hard =
      '    - text: Notwithstanding organisational responsibilities, proportionality necessitates verification.\n';
    writeFileSync(file, readFileSync(file, 'utf8').replace('  next:\n', `  next:\n${hard.repeat(20)}`));

    const status = checkContent([], copy, output);

    rmSync(copy, { recursive: true });
    expect(status).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/human\.yaml:1 {2}needs a reading age of \d+, .*\(reading-age\)$/)]);
  });

  it('prints the checksums of a version as they stand in the list of versions', () => {
    const status = checkContent(['--checksum', '2026-02'], folder.path, output);

    expect(status).toBe(0);
    expect(lines.join('\n')).toMatch(
      /^ {2}checksums:\n {4}010-introduction\.md: [0-9a-f]{64}\n {4}020-keeping\.md: [0-9a-f]{64}\n {4}030-contact\.md: [0-9a-f]{64}$/,
    );
  });

  it('fails for a version without files', () => {
    expect(checkContent(['--checksum', '1999-01'], folder.path, output)).toBe(1);
  });

  it('says how it is used when it is used wrongly', () => {
    const status = checkContent(['--fix'], folder.path, output);

    expect(status).toBe(2);
    expect(lines).toEqual(['usage: check-content [--checksum VERSION]']);
  });
});
