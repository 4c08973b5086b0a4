import type { NoticeVersion } from '../notice/notice';
import { emptyReply } from './empty-reply';
import { findPassage } from './find-passage';
import { quoteWithNotes } from './quote-with-notes';
import type { Reply } from './reply';
import type { ReplyWords } from './reply-words';

/**
 * What the notice says of a matter and what the law says beside it, for somebody whose form begins; undefined where the law
 * adds nothing, or flows.yaml does not want it.
 */
export function lawAtStartReply(matter: string, notice: NoticeVersion, words: ReplyWords): Reply | undefined {
  const entry = words.content.flows.find(({ flow, lawAtStart }) => lawAtStart && flow === matter);
  const passage = findPassage(notice, entry?.passages[0]);
  const quoted = passage && quoteWithNotes(passage, notice, words);
  if (!quoted?.notes) return undefined;
  return { ...emptyReply('flow'), paragraphs: [words.replies.say('flow.notice-says')], ...quoted };
}
