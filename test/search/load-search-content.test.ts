import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { checkFlowPassages, loadSearchContent } from '../../src/search/load-search-content';
import { describeProblem } from '../../src/shared/content-problem';
import { aNotice } from './a-notice';
import { CONTENT_DIR, realNotice } from './real-content';

describe('the content of understanding', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'content-'));
    for (const name of ['lexicon', 'flows', 'urgent', 'smalltalk', 'courtesies', 'details', 'follow-ups']) {
      cpSync(join(CONTENT_DIR, `${name}.yaml`), join(folder, `${name}.yaml`));
    }
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** Changes a content file and returns what the check then says. */
  const problemsAfter = (file: string, from: RegExp, to: string): readonly string[] => {
    const before = readFileSync(join(folder, file), 'utf8');
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    writeFileSync(join(folder, file), after);
    return loadSearchContent(folder).problems.map(describeProblem);
  };

  it('is sound as it is shipped, and names only passages that there are', () => {
    expect(loadSearchContent(CONTENT_DIR).problems).toEqual([]);
    expect(checkFlowPassages(loadSearchContent(CONTENT_DIR).value, realNotice())).toEqual([]);
  });

  it('tells of a passage that the notice does not have', () => {
    const problems = checkFlowPassages(loadSearchContent(CONTENT_DIR).value, aNotice({ A: ['b'] }));

    expect(problems.map(describeProblem)[0]).toMatch(/^flows\.yaml:1 .*access\.passages.*no passage "your-rights\//);
  });

  it('tells of a missing file', () => {
    rmSync(join(folder, 'lexicon.yaml'));

    expect(loadSearchContent(folder).problems.map(describeProblem)).toEqual([
      'lexicon.yaml:1  the file is missing  (file-exists)',
    ]);
  });

  it('tells of a word with two meanings', () => {
    expect(problemsAfter('lexicon.yaml', /^police:.*$/m, 'police: [nino]')).toEqual([
      expect.stringMatching(/^lexicon\.yaml:\d+ .*"nino" already means/),
    ]);
  });

  it('tells of a flow that is missing and of one that is unknown', () => {
    expect(problemsAfter('flows.yaml', /^erasure:/m, 'erazure:')).toEqual([
      expect.stringContaining('erasure'),
      expect.stringContaining('known-keys'),
    ]);
  });

  it('tells of small talk without an answer to what is unclear', () => {
    expect(problemsAfter('smalltalk.yaml', /^unclear:/m, 'unclaer:')).toEqual([
      expect.stringContaining('there is no topic "unclear"'),
    ]);
  });

  it('tells of small talk that is missing a remark on the last answer', () => {
    expect(problemsAfter('smalltalk.yaml', /^more-simply:/m, 'simply:')).toEqual([
      expect.stringContaining('there is no topic "more-simply"'),
    ]);
  });

  it('tells of a whole question that has no place for its matter', () => {
    expect(problemsAfter('follow-ups.yaml', /How long do you keep {about}/, 'How long do you keep it')).toEqual([
      expect.stringMatching(/^follow-ups\.yaml:\d+ .*how-long\.completed\.0: has to have the blank {about} once/),
    ]);
  });

  it('tells of a number that is named but not there', () => {
    expect(problemsAfter('urgent.yaml', /number: gas/, 'number: gaz')).toEqual([
      expect.stringContaining('there is no number "gaz"'),
    ]);
  });

  it('tells of a telephone number with letters', () => {
    expect(problemsAfter('urgent.yaml', /0800 111 999/, 'O8OO 111 999')).toEqual([
      expect.stringContaining('is no telephone number'),
    ]);
  });
});
