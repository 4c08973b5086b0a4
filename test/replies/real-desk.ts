import { createDesk, type Desk } from '../../src/replies/create-desk';
import { lawNotesFor } from '../../src/notice/law-note';
import type { NoticeVersion } from '../../src/notice/notice';
import type { Learnt } from '../../src/search/create-understand';
import { loadReplies } from '../../src/replies/load-replies';
import { loadSummaries } from '../../src/replies/load-summaries';
import { CONTENT_DIR, realLawNotes, realNotice, realSearchContent, realWords } from '../search/real-content';

/**
 * A desk with the content of the project, as it is shipped; unless told otherwise it understands by words alone.
 * @param now decides what is the law
 */
export function realDesk(learnt: Learnt = { words: realWords() }, now = new Date('2026-11-25T12:00:00Z')): Desk {
  const content = realSearchContent();
  const replies = loadReplies(CONTENT_DIR).value;
  const summaries = loadSummaries(CONTENT_DIR, { versions: [realNotice()] }).value;
  const noticeUrl = (version: string, anchor: string) => `https://privacy.example.org/notice/${version}#${anchor}`;
  const lawNotes = (notice: NoticeVersion) => lawNotesFor(realLawNotes(), notice, now);
  return createDesk({ content, replies, summaries, noticeUrl, lawNotes }, learnt);
}
