import type { Passage } from '../notice/notice';
import { passageTitle } from '../search/passage-title';
import { emptyReply } from './empty-reply';
import type { Reply } from './reply';
import type { ReplyWords } from './reply-words';

/**
 * Asks which of two or three passages is meant. The choices are in the order of `options`, and "None of these" is last.
 */
export function clarifyReply(options: readonly Passage[], { replies }: ReplyWords): Reply {
  const meanings = options.map((passage) => ({ title: passage.sectionTitle, note: passageTitle(passage) }));
  return {
    ...emptyReply('clarify'),
    paragraphs: [replies.say('clarify.lead')],
    choices: [...meanings, { title: replies.say('clarify.none'), isNone: true }],
  };
}
