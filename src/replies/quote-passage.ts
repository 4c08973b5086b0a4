import type { NoticeVersion, Passage } from '../notice/notice';
import type { Quote } from './reply';

/** The address of a passage in the published notice: an absolute URL. */
export type NoticeUrl = (version: string, anchor: string) => string;

/** A passage as it is quoted: word for word, with where it stands. */
export function quotePassage(passage: Passage, notice: NoticeVersion, noticeUrl: NoticeUrl): Quote {
  return {
    passageId: passage.id,
    text: passage.text,
    form: passage.form,
    ...(passage.leadIn === undefined ? {} : { leadIn: passage.leadIn }),
    cut: passage.cut,
    section: passage.sectionTitle,
    version: passage.version,
    publishedAs: notice.publishedAs,
    url: noticeUrl(passage.version, passage.anchor),
  };
}
