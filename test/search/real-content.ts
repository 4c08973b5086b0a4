import { loadNotice } from '../../src/notice/load-notice';
import type { NoticeVersion } from '../../src/notice/notice';
import { loadSearchContent } from '../../src/search/load-search-content';
import type { SearchContent } from '../../src/search/search-content';

/** The content folder of the project, as it is shipped. */
export const CONTENT_DIR = 'content';

export function realSearchContent(): SearchContent {
  return loadSearchContent(CONTENT_DIR).value;
}

export function realNotice(): NoticeVersion {
  const notice = loadNotice(CONTENT_DIR).value.versions[0];
  if (!notice) throw new Error('the content folder has no published notice');
  return notice;
}
