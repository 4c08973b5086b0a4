import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loadWidgetWords } from '../../src/web/widget-words';

describe('the words of the widget', () => {
  const folder = mkdtempSync(join(tmpdir(), 'widget-words-'));
  const good = readFileSync('content/widget/en.yaml', 'utf8');
  afterAll(() => rmSync(folder, { recursive: true }));

  function problemsOf(text: string): string[] {
    mkdirSync(join(folder, 'widget'), { recursive: true });
    writeFileSync(join(folder, 'widget', 'en.yaml'), text);
    return loadWidgetWords(folder).problems.map(({ line, problem }) => `${line}: ${problem}`);
  }

  it('are all there', () => {
    const { value, problems } = loadWidgetWords('content');

    expect(problems).toEqual([]);
    expect(value.launcher).toBe('Ask about your data');
  });

  it('have to be words that the panel knows', () => {
    expect(problemsOf(`${good}\nsurprise: Boo\n`)).toEqual([expect.stringMatching(/^\d+: .*surprise/)]);
  });

  it('have to have their blanks, and no others', () => {
    expect(problemsOf(good.replace('Sent {time}', 'Sent at {hour}'))).toEqual([
      expect.stringMatching(/^\d+: sent: has other blanks than \{time\}$/),
    ]);
    expect(problemsOf(good.replace('Keep it', 'Keep {it}'))).toEqual([
      expect.stringMatching(/^\d+: confirm-no: has other blanks than none$/),
    ]);
  });

  it('have to be written from left to right or from right to left', () => {
    expect(problemsOf(good.replace('direction: ltr', 'direction: up'))).toEqual([
      expect.stringMatching(/^\d+: direction: is neither ltr nor rtl$/),
    ]);
  });
});
