import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loadSummaries } from '../../src/replies/load-summaries';
import { describeProblem } from '../../src/shared/content-problem';
import { CONTENT_DIR, realNotice } from '../search/real-content';

const notice = { versions: [realNotice()] };

describe('the summaries of the notice', () => {
  let folder: string;
  const shipped = readFileSync(join(CONTENT_DIR, 'summaries/2023-09.yaml'), 'utf8');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'summaries-'));
    mkdirSync(join(folder, 'summaries'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const problemsOf = (version: string, text: string): readonly string[] => {
    writeFileSync(join(folder, `summaries/${version}.yaml`), text);
    return loadSummaries(folder, notice).problems.map(describeProblem);
  };

  it('are sound as they are shipped, and there is one of every section', () => {
    const { value, problems } = loadSummaries(CONTENT_DIR, notice);

    expect(problems).toEqual([]);
    expect([...(value.get('2023-09')?.keys() ?? [])]).toEqual(realNotice().sections.map(({ id }) => id));
  });

  it('need not be there', () => {
    rmSync(join(folder, 'summaries'), { recursive: true });

    expect(loadSummaries(folder, notice)).toEqual({ value: new Map(), problems: [] });
  });

  it('may not leave out a section', () => {
    expect(problemsOf('2023-09', shipped.replace(/^changes:\n(?: .*\n)+/m, ''))).toEqual([
      'summaries/2023-09.yaml:1  changes: write 3 to 5 sentences  (shape)',
    ]);
  });

  it('may not have a section that the notice does not have', () => {
    const line = shipped.split('\n').length;

    expect(problemsOf('2023-09', `${shipped}parrots:\n  - We keep no parrots.\n`)).toEqual([
      expect.stringMatching(new RegExp(`^summaries/2023-09\\.yaml:${line} .*parrots.*\\(known-keys\\)$`)),
    ]);
  });

  it('are three to five sentences, none of them long', () => {
    expect(
      problemsOf('2023-09', shipped.replace(/^ {2}- We will tell you about significant changes\.\n/m, '')),
    ).toEqual([]);
    expect(
      problemsOf('2023-09', shipped.replace(/(^ {2}- It will be updated again).*/m, `$1 ${'soon '.repeat(40)}`)),
    ).toEqual([expect.stringMatching(/changes\.1: is longer than 140 characters/)]);
    expect(problemsOf('2023-09', shipped.replace(/^changes:\n(?: .*\n)+/m, 'changes: [One., Two.]\n'))).toEqual([
      expect.stringMatching(/changes: write 3 to 5 sentences/),
    ]);
  });

  it('tell no figure that the section does not have', () => {
    expect(
      problemsOf('2023-09', shipped.replace('recordings of calls for 6 months', 'recordings of calls for 7 months')),
    ).toEqual([expect.stringMatching(/how-long: has a figure that the section does not/)]);
  });

  it('are of a version that there is, which may still be a draft', () => {
    const text = 'keeping: [One., Two., Three.]\n';
    expect(problemsOf('2031-01', text)).toEqual([expect.stringMatching(/no version "2031-01".*\(file-name\)$/)]);

    mkdirSync(join(folder, 'notice/2031-01'), { recursive: true });
    expect(problemsOf('2031-01', text)).toEqual([]);
    expect(problemsOf('2031-01', 'keeping: [One.]\n')).toEqual([expect.stringMatching(/write 3 to 5 sentences/)]);
  });
});
