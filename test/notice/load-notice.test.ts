import { loadNotice } from '../../src/notice/load-notice';
import {
  aContentFolder,
  DRAFT_2026,
  JANUARY_2024,
  JULY_2025,
  sectionFile,
  type ContentFolder,
} from '../support/notices';

describe('loading the notice', () => {
  let folder: ContentFolder;

  beforeEach(() => {
    folder = aContentFolder();
  });

  afterEach(() => folder.remove());

  const problems = () => loadNotice(folder.path).problems;
  const places = () => problems().map(({ file, line, rule }) => `${file}:${line} ${rule}`);

  it('reads every published version, oldest first, whatever the order of the list', () => {
    const { value, problems } = loadNotice(folder.path);

    expect(problems).toEqual([]);
    expect(value.versions.map(({ version }) => version)).toEqual(['2024-01', '2025-07']);
    expect(value.versions[1]).toMatchObject({
      publishedAs: 'July 2025',
      inForceFrom: '2025-07-01',
      title: 'How our library uses your details',
    });
  });

  it('keeps the versions apart, with the same ids in both', () => {
    const [first, second] = loadNotice(folder.path).value.versions;

    const [old, young] = [first, second].map((version) => version?.sections[1]?.passages[2]);
    expect(old).toMatchObject({ version: '2024-01', text: 'videos of the entrance for 20 days.' });
    expect(young).toMatchObject({ version: '2025-07', text: 'videos of the entrance for 10 days.' });
  });

  it('never returns a draft', () => {
    folder.list(JANUARY_2024, { ...JULY_2025, status: 'draft' }, DRAFT_2026);

    const { value } = loadNotice(folder.path);

    expect(value.versions.map(({ version }) => version)).toEqual(['2024-01']);
  });

  it('lets a draft be edited', () => {
    folder.write('notice/2026-02/030-contact.md', sectionFile('contact', 'Contact', 'Call us.'));

    expect(problems()).toEqual([]);
  });

  it('names the file of a published version that was changed', () => {
    folder.write('notice/2024-01/030-contact.md', sectionFile('contact', 'Contact', 'Call us.'));

    expect(places()).toEqual(['notice/2024-01/030-contact.md:1 frozen']);
    expect(problems()[0]?.problem).toMatch(/^this file was changed since version 2024-01 was published/);
  });

  it('names files that were added to a published version or removed from it', () => {
    folder.write('notice/2024-01/040-more.md', sectionFile('more', 'More', 'More.'));
    folder.delete('notice/2024-01/030-contact.md');

    expect(problems().map(({ file, problem }) => [file, problem.slice(0, 21)])).toEqual([
      ['notice/2024-01/040-more.md', 'this file was added s'],
      ['notice/2024-01/030-contact.md', 'this file was removed'],
    ]);
  });

  it('does not count other line ends as a change', () => {
    const text = sectionFile('contact', 'Contact', 'Call us.');
    folder.write('notice/2024-01/030-contact.md', text).list(JANUARY_2024, JULY_2025, DRAFT_2026);

    folder.write('notice/2024-01/030-contact.md', `\uFEFF${text.replaceAll('\n', '\r\n')}\r\n`);

    expect(problems()).toEqual([]);
  });

  it('reports an id that two sections share', () => {
    folder.write('notice/2026-02/030-contact.md', sectionFile('keeping', 'Contact', 'Call us.'));

    expect(places()).toEqual(['notice/2026-02/030-contact.md:2 unique']);
  });

  it('reports a folder that is not listed, and a listed version without a folder', () => {
    folder.list(JANUARY_2024, DRAFT_2026, { ...JULY_2025, version: '2025-08', status: 'draft' });

    expect(places()).toEqual(['notice/2025-07:1 listed', 'notice/2025-08:1 file-exists']);
  });

  it('reports what is wrong in the list of versions, with the line', () => {
    folder.write(
      'notice/versions.yaml',
      '- version: 2024-01\n  published-as: January 2024\n  in-force-from: 2024-02-30\n  status: published\n  note: hm\n',
    );

    expect(places()).toEqual([
      'notice/versions.yaml:3 shape',
      'notice/versions.yaml:5 known-keys',
      'notice/versions.yaml:4 shape',
    ]);
  });

  it('reports a published version that is not frozen', () => {
    folder.write(
      'notice/versions.yaml',
      '- version: 2024-01\n  published-as: January 2024\n  in-force-from: 2024-01-15\n  status: published\n',
    );

    expect(problems()).toEqual([expect.objectContaining({ line: 4, rule: 'shape' })]);
  });

  it('reports two versions that come into force on one day', () => {
    folder.list(JANUARY_2024, { ...JULY_2025, from: JANUARY_2024.from });

    expect(problems()[0]?.problem).toContain('two versions cannot come into force on one day');
  });

  it('reports a list that is missing', () => {
    folder.delete('notice/versions.yaml');

    expect(places()).toEqual(['notice/versions.yaml:1 file-exists']);
  });
});
