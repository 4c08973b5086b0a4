import type { NoticeVersion, Passage } from '../notice/notice';
import type { Quote } from './reply';

/** The address of a passage in the published notice: an absolute URL. */
export type NoticeUrl = (version: string, anchor: string) => string;

/** Characters of the items below a passage together, so that the whole is still read. */
const LONGEST_ITEMS = 700;

/** A passage as it is quoted: word for word, with where it stands, and with what it leads to. */
export function quotePassage(passage: Passage, notice: NoticeVersion, noticeUrl: NoticeUrl): Quote {
  return {
    passageId: passage.id,
    text: passage.text,
    form: passage.form,
    ...(passage.leadIn === undefined ? {} : { leadIn: passage.leadIn }),
    cut: passage.cut,
    ...itemsBelow(passage, notice),
    section: passage.sectionTitle,
    version: passage.version,
    publishedAs: notice.publishedAs,
    url: noticeUrl(passage.version, passage.anchor),
  };
}

/** What stands below a passage that ends with a colon: it says nothing without. A paragraph brings the next one only. */
function itemsBelow({ id, text, sectionId }: Passage, notice: NoticeVersion): Pick<Quote, 'items' | 'cutAfter'> {
  if (!text.endsWith(':')) return {};
  const passages = notice.sections.find((section) => section.id === sectionId)?.passages ?? [];
  const after = passages.slice(passages.findIndex((passage) => passage.id === id) + 1);
  const led = after.filter(({ leadIn }) => leadIn === text);
  const all = (led.length > 0 ? led : after).map((item) => item.text);
  let length = 0;
  const items = all.filter(
    (item, index) => (length += item.length) <= LONGEST_ITEMS && (led.length > 0 || index === 0),
  );
  if (items.length === 0) return {};
  return { items, ...(items.length < all.length && { cutAfter: true }) };
}
