import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs';

import type { NoticeVersion, Passage } from '../src/notice/notice';
import type { Reply } from '../src/replies/reply';
import { matterOf } from '../src/rights/matter-of';
import { matchOption } from '../src/search/match-option';
import type { Flow, OfferedMeaning } from '../src/search/understanding';
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
  /** ISO time at which it was asked. */
  readonly askedAt?: string;
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
    const { text } = dialog.context.activity;
    const offered = dialog.activeDialog?.state as DidYouMeanOptions;
    const chosen = matchOption(text, offered.titles);
    if (chosen === 'unclear') return dialog.replaceDialog(ASK_NOTICE);
    // Danger comes first: its words must not be taken for a mistyped choice.
    if ((await desk.understand(text, contextNow())).kind === 'urgent') return dialog.replaceDialog(ASK_NOTICE);

    const shown = typeof chosen === 'number' ? offered.meanings[chosen] : undefined;
    return shown && 'flow' in shown ? this.begin(dialog, shown.flow, offered) : this.answer(dialog, shown, offered);
  }

  /** What was asked in doubtful words is what the person wants, in these words. */
  private begin(dialog: DialogContext, flow: Flow, { asked, askedAt }: DidYouMeanOptions): Promise<DialogTurnResult> {
    const matter = matterOf(flow);
    if (!matter) return dialog.replaceDialog(REQUEST_STATUS);
    const raised: FormOptions = { matters: [matter], told: {}, words: asked, saidAt: askedAt };
    return dialog.replaceDialog(FORM, raised);
  }

  private async answer(
    dialog: DialogContext,
    shown: OfferedMeaning | undefined,
    { aspect, meanings, version }: DidYouMeanOptions,
  ): Promise<DialogTurnResult> {
    const { desk, recent } = this.conversation;
    await sendReply(dialog.context, this.replyTo(shown, version), desk);
    const others = meanings.filter((meaning) => meaning !== shown);
    await recent.keep(dialog.context, shown && { aspect, shown, others });
    return dialog.endDialog();
  }

  /** Offers the same again, after a message of which nothing was left to read. */
  override async repromptDialog(context: TurnContext, { state }: DialogInstance): Promise<void> {
    const { desk } = this.conversation;
    await sendReply(context, desk.offerAgain((state as DidYouMeanOptions).titles), desk);
  }

  private replyTo(meant: OfferedMeaning | undefined, version: string): Reply {
    const { desk, contextNow } = this.conversation;
    const context = contextNow();
    const passage = meant && 'passageId' in meant && passageOf(meant.passageId, version, context.notice);
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
