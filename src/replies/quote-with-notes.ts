import type { NoticeVersion, Passage } from '../notice/notice';
import { notesBeside } from './law-notes';
import { quotedPassages, quotePassage } from './quote-passage';
import type { Reply } from './reply';
import type { ReplyWords } from './reply-words';

/** A passage as it is quoted, and what the law says beside any of the words that the quote has. */
export function quoteWithNotes(
  passage: Passage,
  notice: NoticeVersion,
  words: ReplyWords,
): Pick<Reply, 'quotes' | 'notes'> {
  return {
    quotes: [quotePassage(passage, notice, words.noticeUrl)],
    ...notesBeside(quotedPassages(passage, notice), notice, words),
  };
}
