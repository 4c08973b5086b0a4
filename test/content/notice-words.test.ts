import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { loadNotice } from '../../src/notice/load-notice';
import { loadPageWords } from '../../src/web/pages/page-words';

const NOTICE_2023_09 = 'content/notice/2023-09';

/**
 * SHA-256 of the notice as it was published in September 2023, in Unicode's composed form, with every run of white
 * space as one space and without the marks of lists.
 */
const PUBLISHED_WORDS = 'ca42dc0f33ec8c006f45d369a99f69812f6d7291adb155a57557eae56e27339b';

/** The words of a section file, read without any code of ours: its title, then its body. */
function wordsOfFile(file: string): string {
  const [, head = '', body = ''] = readFileSync(file, 'utf8').split(/^---$/m);
  return `${head.replace(/^[^]*\ntitle: /, '')}\n${body}`;
}

function checksumOfWords(text: string): string {
  const words = text
    .normalize('NFC')
    .replace(/^\s*(?:[-•]|\d+\.)\s+/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
  return createHash('sha256').update(words).digest('hex');
}

describe('the notice of September 2023', () => {
  it('has every word as it was published, and none beside', () => {
    const files = readdirSync(NOTICE_2023_09).sort();

    const words = files.map((file) => wordsOfFile(join(NOTICE_2023_09, file))).join('\n');

    expect(checksumOfWords(words)).toBe(PUBLISHED_WORDS);
  });

  it('keeps every word when it is loaded as sections and passages', () => {
    const [version] = loadNotice('content').value.versions;

    const words = version?.sections.flatMap(({ title, passages }) => [title, ...passages.map(({ text }) => text)]);

    expect(version?.version).toBe('2023-09');
    expect(checksumOfWords(words?.join('\n') ?? '')).toBe(PUBLISHED_WORDS);
  });

  it('says where to write to in one passage, so that no line of an address stands alone', () => {
    const [version] = loadNotice('content').value.versions;

    const passages = version?.sections.flatMap((section) => section.passages) ?? [];

    expect(passages.filter(({ text }) => /^(Or|Wembley|Basingstoke)$/.test(text))).toEqual([]);
    expect(passages.find(({ text }) => text.includes('HA9 0HP'))?.text).toContain(
      'RG21 4FA\nOr\nSovereign Network Homes',
    );
  });
});

describe('the content folder', () => {
  it('has a notice without problems', () => {
    expect(loadNotice('content').problems).toEqual([]);
  });

  it('has words for the pages without problems', () => {
    expect(loadPageWords('content').problems).toEqual([]);
  });
});
