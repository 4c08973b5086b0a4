import type { NoticeVersion, Passage } from '../notice/notice';
import { createUnderstand, type Learnt } from '../search/create-understand';
import type { Understand, Understanding, UnderstandingContext } from '../search/understanding';
import { answerReply } from './answer-reply';
import { composeReply } from './compose-reply';
import { emptyReply } from './empty-reply';
import { leadOnReply } from './lead-on-reply';
import { plainText } from './plain-text';
import type { Choice, Reply } from './reply';
import type { ReplyWords } from './reply-words';
import { welcomeReply } from './welcome-reply';

/** Everything between a message and what is said to it. The dialogs and the `ask` command share one. */
export interface Desk {
  readonly understand: Understand;
  reply(understanding: Understanding, context: UnderstandingContext): Reply;
  /** For a passage that was chosen in "did you mean". */
  answerPassage(passage: Passage, notice: NoticeVersion): Reply;
  /** For a person whom a reply did not help. @param near what else came near, to be offered */
  leadOn(near: readonly Choice[]): Reply;
  welcome(): Reply;
  /** For when something broke on our side. */
  failure(): Reply;
  /** The reply for a channel that shows text only. */
  plainText(reply: Reply): string;
}

/** A desk that speaks the words of the content and understands what was learnt from its questions. */
export function createDesk(words: ReplyWords, learnt: Learnt): Desk {
  const { replies } = words;
  return {
    understand: createUnderstand(words.content, learnt),
    reply: (understanding, { notice }) => composeReply(understanding, notice, words),
    answerPassage: (passage, notice) => answerReply([{ passage, score: 1 }], notice, words),
    leadOn: (near) => leadOnReply(near, words),
    welcome: () => welcomeReply(replies),
    failure: () => ({
      ...emptyReply('failure'),
      heading: replies.say('failure.heading'),
      paragraphs: [replies.say('failure.safe')],
    }),
    plainText: (reply) => plainText(reply, replies),
  };
}
