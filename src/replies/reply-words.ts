import type { LawNote } from '../notice/law-note';
import type { NoticeVersion } from '../notice/notice';
import type { SearchContent } from '../search/search-content';
import type { NoticeUrl } from './quote-passage';
import type { Replies } from './replies';
import type { Summaries } from './summaries';

/** Everything that replies are made of. */
export interface ReplyWords {
  readonly content: SearchContent;
  readonly replies: Replies;
  readonly summaries: Summaries;
  readonly noticeUrl: NoticeUrl;
  /** What the law says beside this notice, at this moment. */
  readonly lawNotes: (notice: NoticeVersion) => readonly LawNote[];
}
