import { ComponentDialog } from 'botbuilder-dialogs';

import { AskNoticeDialog } from './ask-notice-dialog';
import type { DeskConversation } from './desk-conversation';
import { ASK_NOTICE } from './dialog-ids';
import { DidYouMeanDialog } from './did-you-mean-dialog';
import { FormDialog } from './form-dialog';
import { RequestStatusDialog } from './request-status-dialog';

/** The root of the conversation: every message that no other dialog is waiting for is a question to the notice. */
export class MainDialog extends ComponentDialog {
  constructor(conversation: DeskConversation) {
    super('main');
    this.addDialog(new AskNoticeDialog(conversation));
    this.addDialog(new DidYouMeanDialog(conversation));
    this.addDialog(new FormDialog(conversation));
    this.addDialog(new RequestStatusDialog(conversation));
    this.initialDialogId = ASK_NOTICE;
  }
}
