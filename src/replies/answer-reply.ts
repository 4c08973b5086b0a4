import type { NoticeVersion, Passage } from '../notice/notice';
import { passageTitle } from '../search/passage-title';
import { emptyReply } from './empty-reply';
import { quotePassage } from './quote-passage';
import type { Choice, Reply } from './reply';
import type { ReplyWords } from './reply-words';

/** Quotes the best passage. The others are offered by their first words: one answer is easier to read than three. */
export function answerReply(passages: readonly Passage[], notice: NoticeVersion, words: ReplyWords): Reply {
  const [best, ...others] = passages;
  if (!best) return emptyReply('answer');
  const flow = words.content.flows.find((candidate) => candidate.passages.includes(best.id));
  const further = others.map((passage): Choice => ({ title: passageTitle(passage), note: passage.sectionTitle }));
  return {
    ...emptyReply('answer'),
    paragraphs: [words.replies.say('answer.lead')],
    quotes: [quotePassage(best, notice, words.noticeUrl)],
    choices: flow ? [{ title: flow.title }, ...further] : further,
  };
}
