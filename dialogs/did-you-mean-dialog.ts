import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';

import type { Passage } from '../src/notice/notice';
import { matchOption } from '../src/search/match-option';
import type { DeskConversation } from './desk-conversation';
import { ASK_NOTICE, DID_YOU_MEAN } from './dialog-ids';
import { sendReply } from './send-reply';

/** What was offered. It is part of the conversation state, so it holds ids and not passages. */
export interface DidYouMeanOptions {
  readonly version: string;
  readonly passageIds: readonly string[];
  /** As on the buttons, in the same order. */
  readonly titles: readonly string[];
}

/** Waits for the person to choose among the meanings that were offered. Anything else they say is a new message. */
export class DidYouMeanDialog extends Dialog {
  constructor(private readonly conversation: DeskConversation) {
    super(DID_YOU_MEAN);
  }

  override beginDialog(dialog: DialogContext, options?: DidYouMeanOptions): Promise<DialogTurnResult> {
    Object.assign(dialog.activeDialog?.state as object, options);
    return Promise.resolve(Dialog.EndOfTurn);
  }

  override async continueDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    const { desk, contextNow } = this.conversation;
    const offered = dialog.activeDialog?.state as DidYouMeanOptions;
    const chosen = matchOption(dialog.context.activity.text, offered.titles);
    if (chosen === 'unclear') return dialog.replaceDialog(ASK_NOTICE);

    const context = contextNow();
    const passage = typeof chosen === 'number' ? this.passage(offered, offered.passageIds[chosen]) : undefined;
    const reply = passage
      ? desk.answerPassage(passage, context.notice)
      : desk.reply({ kind: 'decline', nearest: [], confidence: 1 }, context);
    await sendReply(dialog.context, reply, desk);
    return dialog.endDialog();
  }

  /** None when a new notice came into force since the question: then nothing offered can be quoted any more. */
  private passage({ version }: DidYouMeanOptions, id: string | undefined): Passage | undefined {
    const { notice } = this.conversation.contextNow();
    if (notice.version !== version) return undefined;
    return notice.sections.flatMap(({ passages }) => passages).find((passage) => passage.id === id);
  }
}
