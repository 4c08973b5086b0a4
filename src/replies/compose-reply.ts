import type { NoticeVersion } from '../notice/notice';
import type { Understanding } from '../search/understanding';
import { assertNever } from '../shared/assert-never';
import { answerReply } from './answer-reply';
import { clarifyReply } from './clarify-reply';
import { declineReply } from './decline-reply';
import { flowReply } from './flow-reply';
import type { Declined, Reply } from './reply';
import type { ReplyWords } from './reply-words';
import { smalltalkReply } from './smalltalk-reply';
import { summaryReply } from './summary-reply';
import { urgentReply } from './urgent-reply';

/**
 * What to say to a message that was understood in this way. Where it leant on the one before it, the whole question
 * comes first: a person sees at once if that was not what they meant.
 */
export function composeReply(understanding: Understanding, notice: NoticeVersion, words: ReplyWords): Reply {
  const reply = replyTo(understanding, notice, words);
  const { completed: question } = understanding;
  if (question === undefined) return reply;
  const paragraphs = [words.replies.say('follow-up.understood', { question }), ...reply.paragraphs];
  return { ...reply, paragraphs, completed: question };
}

function replyTo(understanding: Understanding, notice: NoticeVersion, words: ReplyWords): Reply {
  switch (understanding.kind) {
    case 'answer':
      return answerReply(understanding.passages, notice, words, understanding.flow);
    case 'clarify':
      return clarifyReply(understanding, words);
    case 'flow':
      return flowReply(understanding.flow, notice, words);
    case 'decline':
      return { ...declineReply(understanding, notice, words), declined: declinedIn(understanding) };
    case 'smalltalk':
      return smalltalkReply(understanding.topic, words);
    case 'summary':
      return summaryReply(understanding.passage, notice, words);
    case 'urgent':
      return urgentReply(understanding.sign, words);
    default:
      return assertNever(understanding);
  }
}

function declinedIn({ why, covered, nearest }: Extract<Understanding, { readonly kind: 'decline' }>): Declined {
  const near = covered?.passage ?? nearest[0];
  return { why, ...(near && why === 'not_in_notice' && { nearest: near.passage.id }) };
}
