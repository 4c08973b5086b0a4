import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';

/** Says again what was said: a turn in which the conversation itself costs nothing. */
export class EchoDialog extends Dialog {
  constructor() {
    super('echo');
  }

  override async beginDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    await dialog.context.sendActivity(dialog.context.activity.text);
    return dialog.endDialog();
  }
}
