import { createDesk, type Desk } from '../../src/replies/create-desk';
import type { Learnt } from '../../src/search/create-understand';
import { loadReplies } from '../../src/replies/load-replies';
import { loadSummaries } from '../../src/replies/load-summaries';
import { CONTENT_DIR, realNotice, realSearchContent, realWords } from '../search/real-content';

/** A desk with the content of the project, as it is shipped; unless told otherwise it understands by words alone. */
export function realDesk(learnt: Learnt = { words: realWords() }): Desk {
  const content = realSearchContent();
  const replies = loadReplies(CONTENT_DIR).value;
  const summaries = loadSummaries(CONTENT_DIR, { versions: [realNotice()] }).value;
  const noticeUrl = (version: string, anchor: string) => `https://privacy.example.org/notice/${version}#${anchor}`;
  return createDesk({ content, replies, summaries, noticeUrl }, learnt);
}
