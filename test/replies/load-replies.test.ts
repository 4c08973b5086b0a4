import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loadReplies } from '../../src/replies/load-replies';
import { describeProblem } from '../../src/shared/content-problem';
import { CONTENT_DIR } from '../search/real-content';

describe('replies/en.yaml', () => {
  let folder: string;
  const shipped = readFileSync(join(CONTENT_DIR, 'replies/en.yaml'), 'utf8');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'replies-'));
    mkdirSync(join(folder, 'replies'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const problemsWith = (text: string): readonly string[] => {
    expect(text).not.toBe(shipped);
    writeFileSync(join(folder, 'replies/en.yaml'), text);
    return loadReplies(folder).problems.map(describeProblem);
  };

  it('is sound as it is shipped', () => {
    expect(loadReplies(CONTENT_DIR).problems).toEqual([]);
  });

  it('has to have every sentence', () => {
    expect(problemsWith(shipped.replace(/^ {2}silent:.*\n/m, ''))).toEqual([
      expect.stringMatching(/^replies\/en\.yaml:\d+ .*decline\.silent/),
    ]);
  });

  it('may have no other', () => {
    expect(problemsWith(shipped.replace(/^ {2}silent:/m, '  loud: LOUD\n  silent:'))).toEqual([
      expect.stringContaining('(known-keys)'),
    ]);
  });

  it('may use only the blanks that are filled in', () => {
    const line = shipped.split('\n').findIndex((text) => text.includes('{sections}')) + 1;

    expect(problemsWith(shipped.replace('{sections}', '{places}'))).toEqual([
      expect.stringMatching(
        new RegExp(`^replies/en\\.yaml:${line} .*unknown blank \\{places\\}: it may use \\{sections\\}`),
      ),
    ]);
  });

  it('uses no words that talk down to people', () => {
    expect(shipped).not.toMatch(/please note|unfortunately|i understand|invalid|agent/i);
  });
});
