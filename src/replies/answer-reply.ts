import type { NoticeVersion, Passage } from '../notice/notice';
import { passageTitle } from '../search/passage-title';
import type { FlowContent } from '../search/search-content';
import type { Flow, RankedPassage } from '../search/understanding';
import { emptyReply } from './empty-reply';
import { quoteWithNotes } from './quote-with-notes';
import type { Choice, Reply } from './reply';
import type { ReplyWords } from './reply-words';

/**
 * Quotes the best passage, with what it says in a plain sentence before it where an editor wrote one. The others are offered by what they are about, or their first words: one answer is easier to
 * read than three. `flowBeside` is offered too: to have it done may be what was meant.
 */
export function answerReply(
  passages: readonly RankedPassage[],
  notice: NoticeVersion,
  words: ReplyWords,
  flowBeside?: Flow,
): Reply {
  const [best, ...others] = passages;
  if (!best) return emptyReply('answer');
  const flow = flowToOffer(best.passage, words, flowBeside);
  const further = others.map(({ passage, title = passageTitle(passage) }): Choice => ({
    title,
    note: passage.sectionTitle,
  }));
  return {
    ...emptyReply('answer'),
    paragraphs: [best.says ?? words.replies.say('answer.lead')],
    ...quoteWithNotes(best.passage, notice, words),
    choices: flow ? [{ title: flow.title }, ...further] : further,
  };
}

/** The request that may have been meant, or else the one that the passage tells about. */
function flowToOffer({ id }: Passage, { content }: ReplyWords, flowBeside: Flow | undefined): FlowContent | undefined {
  if (flowBeside !== undefined) return content.flows.find(({ flow }) => flow === flowBeside);
  return content.flows.find(({ passages }) => passages.includes(id));
}
