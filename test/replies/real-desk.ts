import { createDesk, type Desk } from '../../src/replies/create-desk';
import { loadReplies } from '../../src/replies/load-replies';
import { CONTENT_DIR, realSearchContent, realWords } from '../search/real-content';

/** A desk with the content of the project, as it is shipped; it understands by words alone. */
export function realDesk(): Desk {
  const content = realSearchContent();
  const replies = loadReplies(CONTENT_DIR).value;
  const noticeUrl = (version: string, anchor: string) => `https://privacy.example.org/notice/${version}#${anchor}`;
  return createDesk({ content, replies, noticeUrl }, { words: realWords() });
}
