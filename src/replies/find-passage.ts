import type { NoticeVersion, Passage } from '../notice/notice';

/** The passage of this id; undefined where this notice has none. */
export function findPassage(notice: NoticeVersion, id: string | undefined): Passage | undefined {
  return notice.sections.flatMap((section) => section.passages).find((passage) => passage.id === id);
}
