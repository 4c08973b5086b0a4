import type { NoticeVersion } from '../notice/notice';
import type { Understanding } from '../search/understanding';
import { assertNever } from '../shared/assert-never';
import { answerReply } from './answer-reply';
import { clarifyReply } from './clarify-reply';
import { declineReply } from './decline-reply';
import { flowReply } from './flow-reply';
import type { Reply } from './reply';
import type { ReplyWords } from './reply-words';
import { smalltalkReply } from './smalltalk-reply';
import { urgentReply } from './urgent-reply';

/** What to say to a message that was understood in this way. */
export function composeReply(understanding: Understanding, notice: NoticeVersion, words: ReplyWords): Reply {
  switch (understanding.kind) {
    case 'answer':
      return answerReply(understanding.passages, notice, words, understanding.flow);
    case 'clarify':
      return clarifyReply(understanding.options, words);
    case 'flow':
      return flowReply(understanding.flow, notice, words);
    case 'decline':
      return declineReply(understanding, notice, words);
    case 'smalltalk':
      return smalltalkReply(understanding.topic, words);
    case 'urgent':
      return urgentReply(understanding.sign, words);
    default:
      return assertNever(understanding);
  }
}
