import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';

import { emptyReply } from '../src/replies/empty-reply';
import type { Option, Question } from '../src/forms/form';
import { addedTexts } from '../src/replies/added-texts';
import { statusTexts } from '../src/replies/status-texts';
import { isMailed, type Case } from '../src/rights/case';
import { withdrawn } from '../src/rights/case-changes';
import type { Asked } from '../src/rights/look-up-case';
import { readReference } from '../src/rights/reference';
import { matchOption } from '../src/search/match-option';
import { normalise } from '../src/search/normalise';
import type { DeskConversation } from './desk-conversation';
import { ASK_NOTICE, FORM, REQUEST_STATUS } from './dialog-ids';
import type { FormOptions } from './form-dialog';
import { messageKey } from './raised-by';
import { saidBy } from './said-by';
import { sendReply } from './send-reply';

/** Begun with a case that this very conversation raised, it asks for no code. */
export interface RequestStatusOptions {
  readonly reference: string;
  /** `add` asks for it; `say` adds the very message; `show` tells how it stands. */
  readonly does: 'add' | 'say' | 'show' | 'withdraw';
}

/** Where somebody is who asks about a request of theirs. It is part of the conversation state. */
interface StatusPlace {
  readonly at: 'reference' | 'code' | 'open' | 'adding' | 'safe' | 'withdrawing';
  /** As it was given, from `code` on. */
  readonly reference?: string;
}

/** What can be pressed; each is a sentence of replies/en.yaml. */
type Press = 'new-code' | 'stop' | 'add' | 'withdraw' | 'carry-on' | 'done' | 'withdraw-yes' | 'withdraw-no';

/** Tells how a request stands, to whoever has its reference and reads its mailbox; adds to it, and withdraws it. */
export class RequestStatusDialog extends Dialog {
  constructor(private readonly conversation: DeskConversation) {
    super(REQUEST_STATUS);
  }

  override beginDialog(dialog: DialogContext, options?: RequestStatusOptions): Promise<DialogTurnResult> {
    const { words } = this.conversation.rights;
    if (options) return this.beginWith(dialog, options);
    // "How is my request 7K4M-2QX" has said it already.
    return this.askedBy(dialog, dialog.context.activity.text, [words.replies.say('status.ask-reference')]);
  }

  private async beginWith(dialog: DialogContext, { does, reference }: RequestStatusOptions): Promise<DialogTurnResult> {
    switch (does) {
      case 'add':
        return this.askAddition(dialog, reference);
      case 'say':
        return this.onAddition(dialog, dialog.context.activity.text, reference);
      case 'withdraw':
        return this.askWithdraw(dialog, reference);
      case 'show': {
        const found = await this.conversation.rights.cases.byReference(reference);
        return found ? this.show(dialog, found, []) : dialog.endDialog();
      }
    }
  }

  override async continueDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    const { desk, contextNow } = this.conversation;
    const { text, answers } = saidBy(dialog.context);
    // Another window still shows a question of a form, which is not asked here.
    if (answers !== undefined) return dialog.replaceDialog(ASK_NOTICE);
    const place = dialog.activeDialog?.state as StatusPlace;
    // Danger comes first, whatever was asked.
    if ((await desk.understand(text, contextNow())).kind === 'urgent') return dialog.replaceDialog(ASK_NOTICE);
    // A button of a form: another window may still show it, and it withdraws or adds nothing.
    if (this.conversation.rights.isOfForm(text)) return this.onFormPress(dialog, place);
    return this.goOn(dialog, text, place);
  }

  private goOn(dialog: DialogContext, text: string, { at, reference = '' }: StatusPlace): Promise<DialogTurnResult> {
    switch (at) {
      case 'reference':
        return this.onReference(dialog, text);
      case 'code':
        return this.onCode(dialog, text, reference);
      case 'open':
        return this.onOpen(dialog, text, reference);
      case 'adding':
        return this.onAddition(dialog, text, reference);
      case 'safe':
        return this.onSafe(dialog, text, reference);
      case 'withdrawing':
        return this.onWithdraw(dialog, text, reference);
    }
  }

  private onFormPress(dialog: DialogContext, { at, reference = '' }: StatusPlace): Promise<DialogTurnResult> {
    if (at === 'reference' || at === 'code') return this.leave(dialog);
    return this.beginWith(dialog, { does: 'show', reference });
  }

  private async onReference(dialog: DialogContext, text: string): Promise<DialogTurnResult> {
    if (this.pressed(text, ['stop']) === 'stop') return this.leave(dialog);
    // A whole sentence without a reference is about something else.
    if (text.trim().split(/\s+/).length > 4) return this.askedBy(dialog, text, undefined);
    return this.askedBy(dialog, text, [this.say('status.no-reference')]);
  }

  /** @param otherwise what to say where the text holds no reference; undefined takes it as another message */
  private async askedBy(dialog: DialogContext, text: string, otherwise: readonly string[] | undefined) {
    const { lookUp } = this.conversation.rights;
    const asked = await lookUp.ask(text, dialog.context.activity.conversation.id, this.keyOf(dialog));
    if (asked.kind !== 'none') return this.afterAsking(dialog, asked);
    if (!otherwise) return dialog.replaceDialog(ASK_NOTICE);
    return this.stay(dialog, { at: 'reference' }, otherwise, ['stop']);
  }

  private afterAsking(dialog: DialogContext, asked: Asked): Promise<DialogTurnResult> {
    if (asked.kind === 'asked') {
      const texts = [this.say('status.ask-code'), this.say('status.no-mail'), this.say('contact.mailboxes')];
      return this.stay(dialog, { at: 'code', reference: asked.reference }, texts, ['new-code', 'stop']);
    }
    if (asked.kind === 'too-many')
      return this.end(dialog, [this.say('status.too-many'), this.say('contact.mailboxes')]);
    return this.stay(dialog, { at: 'reference' }, [this.say('status.mistyped')], ['stop']);
  }

  private async onCode(dialog: DialogContext, text: string, reference: string): Promise<DialogTurnResult> {
    const { lookUp } = this.conversation.rights;
    const from = dialog.context.activity.conversation.id;
    const press = this.pressed(text, ['new-code', 'stop']);
    if (press === 'stop') return this.leave(dialog);
    if (press === 'new-code')
      return this.afterAsking(dialog, await lookUp.sendCode(reference, from, this.keyOf(dialog)));
    if (!/\d/.test(text)) return dialog.replaceDialog(ASK_NOTICE);
    const opened = await lookUp.open(reference, text, from, this.keyOf(dialog));
    if (opened.kind === 'open') return this.show(dialog, opened.case, []);
    const texts = [this.say(`status.${opened.kind}`)];
    return this.stay(dialog, { at: 'code', reference }, texts, ['new-code', 'stop']);
  }

  private async onOpen(dialog: DialogContext, text: string, reference: string): Promise<DialogTurnResult> {
    switch (this.pressed(text, ['add', 'withdraw', 'carry-on', 'done'])) {
      case 'add':
        return this.askAddition(dialog, reference);
      case 'withdraw':
        return this.askWithdraw(dialog, reference);
      case 'carry-on':
        return dialog.replaceDialog(FORM, { resume: await this.familyOf(reference) } satisfies FormOptions);
      case 'done':
        return this.end(dialog, [this.say('status.kept')]);
      default:
        // Whoever is shown the request of this chat may mean another one.
        if (readReference(text).kind === 'reference') return this.askedBy(dialog, text, undefined);
        return dialog.replaceDialog(ASK_NOTICE);
    }
  }

  private askAddition(dialog: DialogContext, reference: string): Promise<DialogTurnResult> {
    return this.stay(dialog, { at: 'adding', reference }, [this.say('status.ask-addition')], ['stop']);
  }

  private async onAddition(dialog: DialogContext, text: string, reference: string): Promise<DialogTurnResult> {
    // "The first" may be what somebody adds.
    if (normalise(text) === normalise(this.say('status.stop'))) return this.leave(dialog);
    const { addToCase, words, wake } = this.conversation.rights;
    const added = await addToCase.add(reference, text, this.keyOf(dialog));
    wake();
    const texts = addedTexts(added, words.replies);
    return added.asks ? this.askSafe(dialog, reference, added.asks, texts) : this.show(dialog, added.one, texts);
  }

  /** Nothing goes to an address of which nobody has said that it is safe. */
  private askSafe(dialog: DialogContext, reference: string, asks: Question, texts: readonly string[]) {
    const all = [...texts, asks.ask, ...(asks.hint === undefined ? [] : [asks.hint])];
    return this.stay(dialog, { at: 'safe', reference }, all, [], asks.options);
  }

  private async onSafe(dialog: DialogContext, text: string, reference: string): Promise<DialogTurnResult> {
    const { addToCase, wake } = this.conversation.rights;
    const changed = await addToCase.answer(reference, text);
    if (!changed) return dialog.replaceDialog(ASK_NOTICE);
    wake();
    return this.show(dialog, changed, [this.say(isMailed(changed) ? 'status.mailed' : 'status.added')]);
  }

  private askWithdraw(dialog: DialogContext, reference: string): Promise<DialogTurnResult> {
    const { replies } = this.conversation.rights.words;
    const texts = [replies.say('status.ask-withdraw', { reference })];
    return this.stay(dialog, { at: 'withdrawing', reference }, texts, ['withdraw-yes', 'withdraw-no']);
  }

  private async onWithdraw(dialog: DialogContext, text: string, reference: string): Promise<DialogTurnResult> {
    const { cases, words, wake } = this.conversation.rights;
    const press = this.pressed(text, ['withdraw-yes', 'withdraw-no']);
    if (press === 'withdraw-no') return this.end(dialog, [this.say('status.kept')]);
    if (press !== 'withdraw-yes') return dialog.replaceDialog(ASK_NOTICE);
    await cases.change(reference, withdrawn);
    wake();
    return this.end(dialog, [words.replies.say('status.now-withdrawn', { reference })]);
  }

  private show(dialog: DialogContext, one: Case, texts: readonly string[]): Promise<DialogTurnResult> {
    const { words, sources } = this.conversation.rights;
    const { reference, state } = one;
    const status = [words.replies.say('status.heading', { reference }), ...statusTexts(one, sources)];
    const presses: readonly Press[] =
      state.name === 'withdrawn'
        ? ['done']
        : [...(state.name === 'incomplete' ? (['carry-on'] as const) : []), 'add', 'withdraw', 'done'];
    return this.stay(dialog, { at: 'open', reference }, [...texts, ...status], presses);
  }

  private async familyOf(reference: string): Promise<string> {
    return (await this.conversation.rights.cases.byReference(reference))?.family ?? reference;
  }

  private keyOf({ context }: DialogContext): string {
    return messageKey(context, this.conversation.now());
  }

  private leave(dialog: DialogContext): Promise<DialogTurnResult> {
    return this.end(dialog, [this.say('status.left')]);
  }

  private async stay(
    dialog: DialogContext,
    place: StatusPlace,
    texts: readonly string[],
    presses: readonly Press[],
    options: readonly Option[] = [],
  ): Promise<DialogTurnResult> {
    const { desk } = this.conversation;
    Object.assign(dialog.activeDialog?.state as object, { reference: undefined, ...place });
    const titles = presses.map((press) => ({ title: this.say(`status.${press}`) }));
    const choices = [...options.map(({ title }) => ({ title })), ...titles];
    await sendReply(dialog.context, { ...emptyReply('form'), paragraphs: texts, choices }, desk);
    return Dialog.EndOfTurn;
  }

  private async end(dialog: DialogContext, texts: readonly string[]): Promise<DialogTurnResult> {
    await sendReply(dialog.context, { ...emptyReply('form'), paragraphs: texts }, this.conversation.desk);
    return dialog.endDialog();
  }

  private pressed(text: string, presses: readonly Press[]): Press | undefined {
    const chosen = matchOption(
      text,
      presses.map((press) => this.say(`status.${press}`)),
    );
    return typeof chosen === 'number' ? presses[chosen] : undefined;
  }

  private say(key: PlainKey): string {
    return this.conversation.rights.words.replies.say(key);
  }
}

/** Sentences without blanks. */
type PlainKey =
  | `status.${Press}`
  | `status.${'ask-reference' | 'mistyped' | 'no-reference' | 'ask-code' | 'no-mail' | 'too-many' | 'wrong'}`
  | `status.${'none-left' | 'expired' | 'left' | 'ask-addition' | 'added' | 'mailed' | 'kept'}`
  | 'contact.mailboxes';
