import type { NoticeVersion, Passage } from '../notice/notice';
import { emptyReply } from './empty-reply';
import { notesBeside } from './law-notes';
import type { Reply } from './reply';
import type { ReplyWords } from './reply-words';
import { summaryOf } from './summaries';

/**
 * Says in an editor's plain words what the section says that was last quoted from, marked as not the notice's own, with
 * the link to those. A version without a summary is not explained by that of another.
 */
export function summaryReply(passage: Passage, notice: NoticeVersion, words: ReplyWords): Reply {
  const { content, replies, summaries, noticeUrl } = words;
  const url = noticeUrl(passage.version, passage.sectionId);
  const summary = summaryOf(passage, summaries);
  const section = passage.sectionTitle;
  const human = content.flows.find(({ flow }) => flow === 'human');
  const reply = { ...emptyReply('summary'), choices: human ? [{ title: human.title }] : [] };
  if (!summary) return { ...reply, paragraphs: [replies.say('summary.none', { section, url })] };
  return {
    ...reply,
    heading: replies.say('summary.heading', { section }),
    paragraphs: [summary.join(' '), replies.say('summary.ours', { url })],
    ...notesBeside([passage.id], notice, words),
  };
}
