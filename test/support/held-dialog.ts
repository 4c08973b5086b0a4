import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';

import { gate } from './gate';

/** Waits until it is let go, and then says several things. */
export class HeldDialog extends Dialog {
  private readonly held = gate();

  constructor(private readonly words: readonly string[]) {
    super('held');
  }

  letGo(): void {
    this.held.open();
  }

  override async beginDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    await this.held.passed;
    for (const text of this.words) await dialog.context.sendActivity(text);
    return dialog.endDialog();
  }
}
