import type { LawNote } from '../notice/law-note';
import type { NoticeVersion } from '../notice/notice';
import type { Reply, ReplyNote } from './reply';
import type { ReplyWords } from './reply-words';

/** What the law says beside the passages that a reply shows; nothing where it adds nothing to them. */
export function notesBeside(
  passageIds: readonly string[],
  notice: NoticeVersion,
  words: ReplyWords,
): Pick<Reply, 'notes'> {
  const notes = words.lawNotes(notice).filter(({ beside }) => beside.some((id) => passageIds.includes(id)));
  return notes.length > 0 ? { notes: shown(notes, words) } : {};
}

/** What the law says of details that the notice does not tell. */
export interface AnsweredByLaw {
  /** A sentence for each of these details: that the notice does not tell it. */
  readonly untold: readonly string[];
  readonly notes: readonly ReplyNote[];
}

/**
 * What the law says of the details that a question asks for; undefined where it is silent as well.
 * @param asksFor ids of details.yaml
 */
export function answeredByLaw(
  asksFor: readonly string[],
  notice: NoticeVersion,
  words: ReplyWords,
): AnsweredByLaw | undefined {
  const notes = words.lawNotes(notice).filter(({ answers }) => answers.some((detail) => asksFor.includes(detail)));
  if (notes.length === 0) return undefined;
  const told = new Set(notes.flatMap(({ answers }) => answers));
  const untold = words.content.details.filter(({ detail }) => asksFor.includes(detail) && told.has(detail));
  return { untold: [...new Set(untold.map(({ sentence }) => sentence))], notes: shown(notes, words) };
}

function shown(notes: readonly LawNote[], { replies }: ReplyWords): readonly ReplyNote[] {
  const label = replies.say('law.not-from-the-notice');
  return notes.map(({ id, text }) => ({ id, label, text }));
}
