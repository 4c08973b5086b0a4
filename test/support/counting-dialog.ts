import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';

/** Answers each message with the number of messages so far, which it keeps in the state of the conversation. */
export class CountingDialog extends Dialog {
  constructor() {
    super('counting');
  }

  override async beginDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    await this.count(dialog);
    return Dialog.EndOfTurn;
  }

  override async continueDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    await this.count(dialog);
    return Dialog.EndOfTurn;
  }

  private async count(dialog: DialogContext): Promise<void> {
    const state = dialog.activeDialog?.state as { count?: number };
    const before = state.count ?? 0;
    // Other turns get their chance between reading and writing.
    await new Promise((resolve) => setImmediate(resolve));
    state.count = before + 1;
    await dialog.context.sendActivity(String(state.count));
  }
}
