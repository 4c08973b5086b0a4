import type { NoticeVersion } from '../notice/notice';
import type { Flow } from '../search/understanding';
import { emptyReply } from './empty-reply';
import { findPassage } from './find-passage';
import { quoteWithNotes } from './quote-with-notes';
import type { Reply } from './reply';
import type { ReplyWords } from './reply-words';

/** Says what can be asked for, quotes what the notice says about it, and offers to take it: to somebody who only asks about it. */
export function flowReply(flow: Flow, notice: NoticeVersion, words: ReplyWords): Reply {
  const { content, replies } = words;
  const entry = content.flows.find((candidate) => candidate.flow === flow);
  const human = flow === 'human' ? undefined : content.flows.find((candidate) => candidate.flow === 'human');
  const passage = findPassage(notice, entry?.passages[0]);
  return {
    ...emptyReply('flow'),
    heading: entry?.title ?? flow,
    paragraphs: [
      ...(entry?.how ?? []),
      ...(entry ? [replies.say('flow.offer', { title: entry.title })] : []),
      ...(passage ? [replies.say('flow.notice-says')] : []),
    ],
    ...(passage && quoteWithNotes(passage, notice, words)),
    choices: [entry, human].flatMap((one) => (one ? [{ title: one.title }] : [])),
  };
}
