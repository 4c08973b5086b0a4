import type { LawNote } from '../../notice/law-note';
import type { NoticeSection } from '../../notice/notice';
import { html, type Html } from './html';

/** What stands beside the passages of a section, by their ids. */
export type Asides = ReadonlyMap<string, Html>;

/**
 * What the law says beside the passages of a section, each note in an aside that says first that it is none of the notice's
 * words. A note that is about several of them stands beside the first: once is enough to read on.
 */
export function lawNoteAsides({ passages }: NoticeSection, notes: readonly LawNote[], label: string): Asides {
  const shown = notes.flatMap(({ beside, text }) => {
    const first = passages.find(({ id }) => beside.includes(id));
    return first ? [{ passageId: first.id, text }] : [];
  });
  const asides = passages.map(({ id }) => {
    return [id, shown.filter(({ passageId }) => passageId === id).map(({ text }) => aside(text, label))] as const;
  });
  return new Map(asides.filter(([, notesBeside]) => notesBeside.length > 0).map(([id, some]) => [id, html`${some}`]));
}

function aside(text: string, label: string): Html {
  return html`<aside class="law-note" role="note"><strong>${label}.</strong> ${text}</aside> `;
}
