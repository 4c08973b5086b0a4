import type { NoticeVersion } from '../notice/notice';
import { findPassage } from './find-passage';
import { emptyReply } from './empty-reply';
import type { Flow } from '../search/understanding';
import { quoteWithNotes } from './quote-with-notes';
import type { Reply } from './reply';
import type { ReplyWords } from './reply-words';

/**
 * What changes for a person once somebody takes over, such as how long the chat is kept; word for word, so nothing where
 * this notice does not say it.
 */
export function handoverReply(flow: Flow, notice: NoticeVersion, words: ReplyWords): Reply | undefined {
  const handover = words.content.flows.find((candidate) => candidate.flow === flow)?.handover;
  const passage = findPassage(notice, handover?.passage);
  if (!handover || !passage) return undefined;
  return {
    ...emptyReply('answer'),
    paragraphs: [handover.say, words.replies.say('flow.notice-says')],
    ...quoteWithNotes(passage, notice, words),
  };
}
