import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';

import type { DeskConversation } from './desk-conversation';
import { ASK_NOTICE, DID_YOU_MEAN } from './dialog-ids';
import type { DidYouMeanOptions, OfferedMeaning } from './did-you-mean-dialog';
import { sendReply } from './send-reply';

/** Answers one message; where several meanings are as likely, asks which is meant. */
export class AskNoticeDialog extends Dialog {
  constructor(private readonly conversation: DeskConversation) {
    super(ASK_NOTICE);
  }

  override async beginDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    const { desk, contextNow } = this.conversation;
    const context = contextNow();
    const understanding = await desk.understand(dialog.context.activity.text, context);
    const reply = desk.reply(understanding, context);
    await sendReply(dialog.context, reply, desk);
    if (understanding.kind !== 'clarify') return dialog.endDialog();

    const meanings = understanding.options.map((option): OfferedMeaning => {
      return option.kind === 'flow' ? { flow: option.flow } : { passageId: option.passage.id };
    });
    const titles = reply.choices.filter(({ isNone }) => isNone !== true).map(({ title }) => title);
    const options: DidYouMeanOptions = { version: context.notice.version, meanings, titles };
    return dialog.replaceDialog(DID_YOU_MEAN, options);
  }
}
