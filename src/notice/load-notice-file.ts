import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';

import { AppError } from '../shared/app-error';
import type { NoticeVersion } from './notice';
import { slug, takeId } from './plain-text';
import { readMarkdown } from './read-markdown';
import { splitPassages } from './split-passages';

/**
 * Reads a notice from any one Markdown file, leniently, to try it out: `# title`, then sections by heading. Words
 * before the first heading come under the title of the file. It has no date; it counts as in force since 1970.
 * @param version what answers cite; the name of the file when left out
 * @throws AppError content_invalid when the file cannot be read
 */
export function loadNoticeFile(file: string, version = basename(file, extname(file))): NoticeVersion {
  const { title, sections } = readMarkdown(readText(file));
  const noticeTitle = title || version;
  const taken = new Set<string>();
  return {
    version,
    publishedAs: version,
    inForceFrom: '1970-01-01',
    title: noticeTitle,
    sections: sections.map((section) => {
      const head = section.title || noticeTitle;
      const id = takeId(slug(head) || 'section', taken);
      return { id, title: head, passages: splitPassages({ id, title: head }, section.blocks, version) };
    }),
  };
}

function readText(file: string): string {
  try {
    const bytes = readFileSync(file);
    const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
    return bytes.toString(isUtf16 ? 'utf16le' : 'utf8');
  } catch (cause) {
    throw new AppError('content_invalid', `the notice file ${file} cannot be read`, { cause });
  }
}
