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

/** Ids of all passages whose words stand in the quote of this one. */
export function quotedPassages(passage: Passage, notice: NoticeVersion): readonly string[] {
  return [passage, ...passagesBelow(passage, notice).shown].map(({ id }) => id);
}

function itemsBelow(passage: Passage, notice: NoticeVersion): Pick<Quote, 'items' | 'cutAfter'> {
  const { shown, isCut } = passagesBelow(passage, notice);
  if (shown.length === 0) return {};
  return { items: shown.map(({ text }) => text), ...(isCut && { cutAfter: true }) };
}

/** What stands below a passage that ends with a colon: it says nothing without. A paragraph brings the next one only. */
function passagesBelow(
  { id, text, sectionId }: Passage,
  notice: NoticeVersion,
): { readonly shown: readonly Passage[]; readonly isCut: boolean } {
  if (!text.endsWith(':')) return { shown: [], isCut: false };
  const passages = notice.sections.find((section) => section.id === sectionId)?.passages ?? [];
  const after = passages.slice(passages.findIndex((passage) => passage.id === id) + 1);
  const led = after.filter(({ leadIn }) => leadIn === text);
  const all = led.length > 0 ? led : after;
  let length = 0;
  const shown = all.filter(
    (item, index) => (length += item.text.length) <= LONGEST_ITEMS && (led.length > 0 || index === 0),
  );
  return { shown, isCut: shown.length < all.length };
}
