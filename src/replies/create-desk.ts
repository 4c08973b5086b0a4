import type { NoticeVersion, Passage } from '../notice/notice';
import { createAsksWhoIsHere } from '../search/asks-who-is-here';
import { createUnderstand, type Learnt } from '../search/create-understand';
import type { Observe } from '../search/observe';
import { createRemarkReader } from '../search/read-remark';
import { ARE_YOU_A_ROBOT, NOT_IT } from '../search/search-content';
import { createUnderstandInContext } from '../search/understand-in-context';
import type { Flow, Understand, Understanding, UnderstandingContext } from '../search/understanding';
import type { NotKept } from '../shared/not-kept';
import { answerReply } from './answer-reply';
import { offerOf } from './clarify-reply';
import { composeReplies } from './compose-replies';
import { composeReply } from './compose-reply';
import { emptyReply } from './empty-reply';
import { lawAtStartReply } from './law-at-start-reply';
import { handoverReply } from './handover-reply';
import { notKeptReply } from './not-kept-reply';
import { plainText } from './plain-text';
import type { Reply } from './reply';
import type { ReplyWords } from './reply-words';
import { smalltalkReply } from './smalltalk-reply';
import { withOffer } from './with-offer';
import { welcomeReply } from './welcome-reply';

/** Everything between a message and what is said to it. The dialogs and the `ask` command share one. */
export interface Desk {
  readonly understand: Understand;
  /** What a press of "No" below the last answer asks for: the same as the words "that is not it". */
  notIt(context: UnderstandingContext): Understanding;
  /** To the first matter of a message. */
  reply(understanding: Understanding, context: UnderstandingContext): Reply;
  /** To all of them, in order. */
  replies(understanding: Understanding, context: UnderstandingContext): readonly [Reply, ...Reply[]];
  /** For a passage that was chosen in "did you mean". */
  answerPassage(passage: Passage, notice: NoticeVersion): Reply;
  /** The reply with what can be asked for here to be pressed, where it does not offer that already. */
  withOffer(reply: Reply, flow: Flow): Reply;
  /** What the notice says of a matter, and the law beside it, where people see that before its form; else undefined. */
  lawAtStart(matter: string, context: UnderstandingContext): Reply | undefined;
  /** What we are, to somebody who asks that beside something else; undefined where they do not. */
  whatWeAre(text: string): Reply | undefined;
  /** What changes for a person once somebody takes over, in the words of the notice; undefined where it does not say so. */
  handover(flow: Flow, notice: NoticeVersion): Reply | undefined;
  /** The same titles to choose from again. */
  offerAgain(titles: readonly string[]): Reply;
  welcome(): Reply;
  /** For a message of which something was not kept; `isAll` where nothing else was in it. */
  notKept(notKept: readonly NotKept[], isAll: boolean): Reply;
  /** For when something broke on our side. */
  failure(): Reply;
  /** The reply for a channel that shows text only. */
  plainText(reply: Reply): string;
}

/**
 * A desk that speaks the words of the content and understands what was learnt from its questions.
 * @param observe hears how each message is understood, step by step
 */
export function createDesk(words: ReplyWords, learnt: Learnt, observe?: Observe): Desk {
  const { replies } = words;
  const readRemark = createRemarkReader(words.content.flows, learnt.words.topics);
  const asksWhoIsHere = createAsksWhoIsHere(words.content.smalltalk);
  const notIt = { kind: 'smalltalk', topic: NOT_IT, confidence: 1 } as const;
  return {
    understand: createUnderstandInContext(createUnderstand(words.content, learnt, observe), words.content, learnt),
    notIt: ({ notice, recent }) => (recent && readRemark(notIt, notice, recent)) ?? notIt,
    reply: (understanding, { notice }) => composeReply(understanding, notice, words),
    replies: (understanding, { notice }) => composeReplies(understanding, notice, words),
    answerPassage: (passage, notice) => answerReply([{ passage, score: 1 }], notice, words),
    withOffer: (reply, flow) => withOffer(reply, flow, words),
    lawAtStart: (matter, { notice }) => lawAtStartReply(matter, notice, words),
    whatWeAre: (text) => (asksWhoIsHere(text) ? smalltalkReply(ARE_YOU_A_ROBOT, words) : undefined),
    handover: (flow, notice) => handoverReply(flow, notice, words),
    offerAgain: (titles) =>
      offerOf(
        titles.map((title) => ({ title })),
        replies,
      ),
    welcome: () => welcomeReply(replies),
    notKept: (notKept, isAll) => notKeptReply(notKept, isAll, replies),
    failure: () => ({
      ...emptyReply('failure'),
      heading: replies.say('failure.heading'),
      paragraphs: [replies.say('failure.safe')],
    }),
    plainText: (reply) => plainText(reply, replies),
  };
}
