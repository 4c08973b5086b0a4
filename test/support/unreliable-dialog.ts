import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';

/** Repeats what is said, but throws at "crash" and never answers "hang", in the middle of a dialog. */
export class UnreliableDialog extends Dialog {
  private readonly hanging: (() => void)[] = [];

  constructor() {
    super('unreliable');
  }

  override beginDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    return this.answer(dialog);
  }

  override continueDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    return this.answer(dialog);
  }

  /** Lets the turns that hang go on, long after they were given up. */
  async letGo(): Promise<void> {
    for (const release of this.hanging.splice(0)) release();
    await new Promise((resolve) => setImmediate(resolve));
  }

  private async answer(dialog: DialogContext): Promise<DialogTurnResult> {
    const { text } = dialog.context.activity;
    if (text.startsWith('crash')) throw new Error(`cannot read: ${text}`);
    if (text.startsWith('hang')) await new Promise<void>((resolve) => this.hanging.push(resolve));
    await dialog.context.sendActivity(`you said ${text}`);
    return Dialog.EndOfTurn;
  }
}
