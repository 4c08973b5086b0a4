import { createDesk, type Desk } from '../../src/replies/create-desk';
import { loadReplies } from '../../src/replies/load-replies';
import { CONTENT_DIR, realSearchContent } from '../search/real-content';

/** A desk with the content of the project, as it is shipped. */
export function realDesk(): Desk {
  return createDesk({
    content: realSearchContent(),
    replies: loadReplies(CONTENT_DIR).value,
    noticeUrl: (version, anchor) => `https://privacy.example.org/notice/${version}#${anchor}`,
  });
}
