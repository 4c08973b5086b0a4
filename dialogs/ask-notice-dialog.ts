import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';

import type { OwnCase } from '../src/forms/own-case';
import type { Reply } from '../src/replies/reply';
import { readReference } from '../src/rights/reference';
import type { Recognised } from '../src/rights/recognise-matters';
import { asksOrWants } from '../src/search/asks-or-wants';
import { offeredMeaning, recentAnswer } from '../src/search/recent-answer';
import type { Flow, Understanding, UnderstandingContext } from '../src/search/understanding';
import type { DeskConversation } from './desk-conversation';
import { ASK_NOTICE, DID_YOU_MEAN, FORM, REQUEST_STATUS } from './dialog-ids';
import type { DidYouMeanOptions } from './did-you-mean-dialog';
import type { FormOptions } from './form-dialog';
import type { RequestStatusOptions } from './request-status-dialog';
import { isAside } from './is-aside';
import { messageTime } from './raised-by';
import { saidBy } from './said-by';
import { sayWhatWeAre } from './say-what-we-are';
import { sendReply } from './send-reply';

/** Begun with these, the dialog reads no message: the person has pressed that the last answer did not help. */
export interface AskNoticeOptions {
  readonly isNotIt: true;
}

type Raised = Extract<Recognised, { readonly kind: 'raised' }>;

/**
 * Answers one message, each of its matters, which may lean on the answer before it; where several meanings are as likely,
 * asks which is meant. What it raises is recorded, and its form begins.
 */
export class AskNoticeDialog extends Dialog {
  constructor(private readonly conversation: DeskConversation) {
    super(ASK_NOTICE);
  }

  override async beginDialog(dialog: DialogContext, options?: AskNoticeOptions): Promise<DialogTurnResult> {
    const { desk, contextNow, recent, rights } = this.conversation;
    const context = { ...contextNow(), recent: await recent.read(dialog.context) };
    if (options?.isNotIt) return this.answer(dialog, desk.notIt(context), context);
    const { text } = dialog.context.activity;
    const understanding = await desk.understand(text, context);
    const own = await rights.ownCase(text, dialog.context.activity.conversation.id);
    if (own) return this.goOnWith(dialog, own);
    if (understanding.kind === 'flow' && understanding.flow === 'request_status') {
      return this.tellStatus(dialog);
    }
    const late = await this.takeLateAnswer(dialog, understanding);
    if (late) return late;
    const recognised = await rights.recognise(text, understanding);
    return recognised.kind === 'raised'
      ? this.raise(dialog, recognised, understanding, context)
      : this.answer(dialog, understanding, context, offered(recognised));
  }

  /** Who asks in the chat that made a request how it stands means that one, unless they name another. */
  private async tellStatus(dialog: DialogContext): Promise<DialogTurnResult> {
    const { conversation, text } = dialog.context.activity;
    const [last] = await this.conversation.rights.cases.inConversation(conversation.id, 1);
    if (!last || readReference(text).kind !== 'none') return dialog.replaceDialog(REQUEST_STATUS);
    const own: RequestStatusOptions = { reference: last.reference, does: 'show' };
    return dialog.replaceDialog(REQUEST_STATUS, own);
  }

  private goOnWith(dialog: DialogContext, own: OwnCase): Promise<DialogTurnResult> {
    return own.does === 'carry-on'
      ? this.fillIn(dialog, { resume: own.family, isAnswered: own.isAnswered ?? false })
      : dialog.replaceDialog(REQUEST_STATUS, own satisfies RequestStatusOptions);
  }

  /** An answer from a window that still shows a question of a form which another window has left or sent; it counts. */
  private async takeLateAnswer(
    dialog: DialogContext,
    understanding: Understanding,
  ): Promise<DialogTurnResult | undefined> {
    const { answers, text } = saidBy(dialog.context);
    if (answers === undefined) return undefined;
    const [last] = await this.conversation.rights.cases.inConversation(dialog.context.activity.conversation.id, 1);
    if (!last) return undefined;
    const { family, reference, state } = last;
    if (state.name === 'incomplete') return this.fillIn(dialog, { resume: family, isAnswered: true });
    if (understanding.kind === 'urgent' || isAside(text, understanding, undefined) || asksOrWants(text))
      return undefined;
    const does = state.name === 'sent' ? 'say' : 'show';
    return dialog.replaceDialog(REQUEST_STATUS, { reference, does } satisfies RequestStatusOptions);
  }

  /** Answers first what else the message asks: once a form has begun, people look at its question. */
  private async raise(
    dialog: DialogContext,
    { matters, told }: Raised,
    understanding: Understanding,
    context: UnderstandingContext,
  ): Promise<DialogTurnResult> {
    const { desk } = this.conversation;
    if (understanding.kind === 'urgent') {
      return this.fillIn(dialog, { matters, told, urgent: desk.reply(understanding, context) });
    }
    await sayWhatWeAre(dialog.context, desk);
    for (const beside of besideRequests(understanding)) {
      await sendReply(dialog.context, { ...desk.reply(beside, context), choices: [] }, desk);
    }
    return this.fillIn(dialog, { matters, told });
  }

  private fillIn(dialog: DialogContext, options: FormOptions): Promise<DialogTurnResult> {
    return dialog.replaceDialog(FORM, options);
  }

  private async answer(
    dialog: DialogContext,
    understanding: Understanding,
    context: UnderstandingContext,
    beside?: Flow,
  ): Promise<DialogTurnResult> {
    const { desk, recent } = this.conversation;
    const replies = desk
      .replies(understanding, context)
      .map((reply) => (beside && TAKES_OFFER.includes(reply.kind) ? desk.withOffer(reply, beside) : reply));
    for (const reply of replies) await sendReply(dialog.context, reply, desk);
    const last = understanding.also?.at(-1) ?? understanding;
    await recent.keep(dialog.context, recentAnswer(last, context.recent));
    if (last.kind !== 'clarify') return dialog.endDialog();

    const meanings = last.options.map(offeredMeaning);
    const titles = (replies.at(-1)?.choices ?? []).filter(({ isNone }) => isNone !== true).map(({ title }) => title);
    const offer: DidYouMeanOptions = {
      version: context.notice.version,
      meanings,
      titles,
      aspect: last.aspect,
      asked: dialog.context.activity.text,
      askedAt: messageTime(dialog.context, this.conversation.now()).toISOString(),
    };
    return dialog.replaceDialog(DID_YOU_MEAN, offer);
  }
}

/** What somebody only speaks of, to be offered beside the answer. What they deny is not. */
function offered(recognised: Recognised): Flow | undefined {
  if (recognised.kind !== 'mentioned' || recognised.why === 'negated') return undefined;
  return recognised.matter === 'breach' ? 'complaint' : recognised.matter;
}

/** An answer leaves room for an offer; "did you mean" and small talk ask something already. */
const TAKES_OFFER: readonly Reply['kind'][] = ['answer', 'decline'];

/** What a message asks beside what it raises. Of one that says a single thing, that is nothing, unless it is no matter of ours. */
function besideRequests(understanding: Understanding): readonly Understanding[] {
  const { also = [], ...first } = understanding;
  const matters: readonly Understanding[] = [first, ...also];
  const isOther = (one: Understanding): boolean => one.kind === 'decline' && one.why === 'off_topic';
  return matters.filter((one) => isOther(one) || (also.length > 0 && one.kind === 'answer'));
}
