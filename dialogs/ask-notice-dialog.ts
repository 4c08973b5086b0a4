import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';

import { offeredMeaning, recentAnswer } from '../src/search/recent-answer';
import type { DeskConversation } from './desk-conversation';
import { ASK_NOTICE, DID_YOU_MEAN } from './dialog-ids';
import type { DidYouMeanOptions } from './did-you-mean-dialog';
import { sendReply } from './send-reply';

/** Begun with these, the dialog reads no message: the person has pressed that the last answer did not help. */
export interface AskNoticeOptions {
  readonly isNotIt: true;
}

/**
 * Answers one message, each of its matters, which may lean on the answer before it; where several meanings are as likely,
 * asks which is meant.
 */
export class AskNoticeDialog extends Dialog {
  constructor(private readonly conversation: DeskConversation) {
    super(ASK_NOTICE);
  }

  override async beginDialog(dialog: DialogContext, options?: AskNoticeOptions): Promise<DialogTurnResult> {
    const { desk, contextNow, recent } = this.conversation;
    const before = await recent.read(dialog.context);
    const context = { ...contextNow(), recent: before };
    const understanding = options?.isNotIt
      ? desk.notIt(context)
      : await desk.understand(dialog.context.activity.text, context);
    const replies = desk.replies(understanding, context);
    for (const reply of replies) await sendReply(dialog.context, reply, desk);
    const last = understanding.also?.at(-1) ?? understanding;
    await recent.keep(dialog.context, recentAnswer(last, before));
    if (last.kind !== 'clarify') return dialog.endDialog();

    const meanings = last.options.map(offeredMeaning);
    const titles = (replies.at(-1)?.choices ?? []).filter(({ isNone }) => isNone !== true).map(({ title }) => title);
    const offer: DidYouMeanOptions = {
      version: context.notice.version,
      meanings,
      titles,
      aspect: last.aspect,
    };
    return dialog.replaceDialog(DID_YOU_MEAN, offer);
  }
}
