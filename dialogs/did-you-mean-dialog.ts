import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';

import type { NoticeVersion, Passage } from '../src/notice/notice';
import type { Reply } from '../src/replies/reply';
import { matterOf } from '../src/rights/matter-of';
import { matchOption } from '../src/search/match-option';
import type { OfferedMeaning } from '../src/search/understanding';
import type { DeskConversation } from './desk-conversation';
import { ASK_NOTICE, DID_YOU_MEAN, FORM, REQUEST_STATUS } from './dialog-ids';
import type { FormOptions } from './form-dialog';
import { sendReply } from './send-reply';

/** What was offered. It is part of the conversation state, so it holds ids and not passages. */
export interface DidYouMeanOptions {
  readonly version: string;
  readonly meanings: readonly OfferedMeaning[];
  /** As on the buttons, in the same order. */
  readonly titles: readonly string[];
  /** What the question was that could mean them. */
  readonly aspect: string | undefined;
  /** The question that could mean them, word for word; missing where a press asked. */
  readonly asked?: string;
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
    const { desk, contextNow, recent } = this.conversation;
    const { text } = dialog.context.activity;
    const offered = dialog.activeDialog?.state as DidYouMeanOptions;
    const chosen = matchOption(text, offered.titles);
    if (chosen === 'unclear') return dialog.replaceDialog(ASK_NOTICE);
    // Danger comes first: its words must not be taken for a mistyped choice.
    if ((await desk.understand(text, contextNow())).kind === 'urgent') return dialog.replaceDialog(ASK_NOTICE);

    const { aspect, meanings, asked } = offered;
    const shown = typeof chosen === 'number' ? meanings[chosen] : undefined;
    const matter = shown && 'flow' in shown ? matterOf(shown.flow) : undefined;
    if (shown && 'flow' in shown && !matter) return dialog.replaceDialog(REQUEST_STATUS);
    if (matter) return dialog.replaceDialog(FORM, { matters: [matter], told: {}, words: asked } satisfies FormOptions);
    await sendReply(dialog.context, this.replyTo(shown, offered.version), desk);
    const others = meanings.filter((meaning) => meaning !== shown);
    await recent.keep(dialog.context, shown && { aspect, shown, others });
    return dialog.endDialog();
  }

  private replyTo(meant: OfferedMeaning | undefined, version: string): Reply {
    const { desk, contextNow } = this.conversation;
    const context = contextNow();
    if (meant && 'flow' in meant) return desk.reply({ kind: 'flow', flow: meant.flow, confidence: 1 }, context);
    const passage = meant && passageOf(meant.passageId, version, context.notice);
    return passage
      ? desk.answerPassage(passage, context.notice)
      : desk.reply({ kind: 'decline', why: 'not_in_notice', nearest: [], confidence: 0 }, context);
  }
}

/** None when a new notice came into force since the question: then nothing offered can be quoted any more. */
function passageOf(id: string, version: string, notice: NoticeVersion): Passage | undefined {
  if (notice.version !== version) return undefined;
  return notice.sections.flatMap(({ passages }) => passages).find((passage) => passage.id === id);
}
