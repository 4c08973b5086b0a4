import { checkContent } from '../../src/commands/check-content';
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
    expect(lines).toEqual([
      expect.stringMatching(/^content: \d+ files in content, no problems$/),
      expect.stringMatching(/^questions: \d+ of \d+ batches for \d+ topics, \d+ of them thinly covered$/),
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
