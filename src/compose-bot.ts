import type { TurnContext } from 'botbuilder';
import type { Dialog } from 'botbuilder-dialogs';

import type { AskNoticeOptions } from '../dialogs/ask-notice-dialog';
import type { DeskConversation } from '../dialogs/desk-conversation';
import { MainDialog } from '../dialogs/main-dialog';
import { RecentAnswers } from '../dialogs/recent-answers';
import { sendReply } from '../dialogs/send-reply';
import { DocumentBotStorage } from './bot/document-bot-storage';
import { createOnTurnError } from './bot/on-turn-error';
import { PrivacyBot, type NotKeptNote } from './bot/privacy-bot';
import { createTakeFeedback, type FeedbackDependencies } from './bot/take-feedback';
import { VersionedConversationState } from './bot/versioned-conversation-state';
import { composeRights, type RightsOutside } from './compose-rights';
import { lawNotesFor, type LawNote } from './notice/law-note';
import type { NoticeVersion } from './notice/notice';
import { noticeInForce } from './notice/notice-in-force';
import { createDesk, type Desk } from './replies/create-desk';
import type { Learnt } from './search/create-understand';
import type { Logger } from './shared/logger';

export interface BotOutside extends Omit<RightsOutside, 'desk' | 'contextNow' | 'knownWords'> {
  readonly learnt: Learnt;
  /** Another conversation than the desk's, for benchmarks and tests of the channel. */
  readonly rootDialog?: Dialog;
}

/** What the law says beside a notice, at the moment of the question. */
export function lawNotesNow({
  content,
  clock,
}: Pick<BotOutside, 'content' | 'clock'>): (notice: NoticeVersion) => readonly LawNote[] {
  return (notice) => lawNotesFor(content.lawNotes, notice, clock.now());
}

/** Wires the conversation: what is understood, what is said, and what people raise. */
export function composeBot(outside: BotOutside, review: Pick<FeedbackDependencies, 'questions' | 'transcripts'>) {
  const { config, content, learnt, store, clock, logger, rootDialog } = outside;
  const noticeUrl = (version: string, anchor: string) => `${config.publicUrl}/notice/${version}#${anchor}`;
  const { search, replies, summaries } = content;
  const desk = createDesk({ content: search, replies, summaries, noticeUrl, lawNotes: lawNotesNow(outside) }, learnt);
  const contextNow = () => ({ notice: noticeInForce(content.notice, clock.now()) });
  const storage = new DocumentBotStorage(store);
  const state = new VersionedConversationState(storage);
  const recent = new RecentAnswers(state.createProperty('recent'), clock);
  const loggedDesk = logged(desk, logger);
  const rights = composeRights({ ...outside, desk, contextNow, knownWords: learnt.words.words });
  const now = () => clock.now();
  const conversation: DeskConversation = { desk: loggedDesk, contextNow, recent, rights: rights.conversation, now };
  const greet = (context: TurnContext) => sendReply(context, desk.welcome(), desk);
  const leadOn: AskNoticeOptions = { isNotIt: true };
  const takeFeedback = createTakeFeedback({ ...review, leadOn });
  const root = rootDialog ?? new MainDialog(conversation);
  const note: NotKeptNote = {
    say: (context, notKept, isAll) => sendReply(context, desk.notKept(notKept, isAll), desk),
    waitsFor: async (text) => (await desk.understand(text, contextNow())).kind === 'urgent',
  };
  const bot = new PrivacyBot(state, storage, root, greet, takeFeedback, note);
  const apologise = (context: TurnContext) => sendReply(context, desk.failure(), desk);
  const isComplete = (context: TurnContext) => bot.isComplete(context);
  const giveUp = (context: TurnContext) => bot.giveUp(context);
  return { desk, bot, rights, onTurnError: createOnTurnError({ logger, isComplete, apologise, giveUp }) };
}

/** Logs how each message was understood, and nothing of what it says. */
function logged(desk: Desk, logger: Logger): Desk {
  return {
    ...desk,
    understand: async (text, context) => {
      const understanding = await desk.understand(text, context);
      logger.info('message understood', { kind: understanding.kind, confidence: understanding.confidence });
      return understanding;
    },
  };
}
