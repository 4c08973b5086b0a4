import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs';

import type { Told } from '../src/forms/form';
import type { Filled } from '../src/forms/fill-in';
import type { FormMessage, Place } from '../src/forms/form-step';
import { askedBy, type FormView } from '../src/forms/form-view';
import { standing } from '../src/forms/place-after';
import { emptyReply } from '../src/replies/empty-reply';
import { formLeads, type Leads } from '../src/replies/form-leads';
import { noteTexts } from '../src/replies/form-notes';
import { formReply } from '../src/replies/form-reply';
import type { Reply } from '../src/replies/reply';
import { savedUnder } from '../src/replies/saved-under';
import { statusTexts } from '../src/replies/status-texts';
import type { Case } from '../src/rights/case';
import type { Matter } from '../src/rights/matter';
import { readReference } from '../src/rights/reference';
import { AGAIN, MORE_SIMPLY, NOT_IT } from '../src/search/search-content';
import type { Understanding } from '../src/search/understanding';
import type { DeskConversation } from './desk-conversation';
import { ASK_NOTICE, FORM, REQUEST_STATUS } from './dialog-ids';
import { isAside } from './is-aside';
import { mayRaiseMore } from './may-raise-more';
import { raisedBy } from './raised-by';
import { saidBy } from './said-by';
import { sayWhatWeAre } from './say-what-we-are';
import { sendReply } from './send-reply';

/** What a message raised, to be recorded and then asked about; or a form that was left, to go on with. */
export type FormOptions = RaisedOptions | ResumeOptions;

export interface ResumeOptions {
  /** The family of its cases. */
  readonly resume: string;
  /** Whether the message of this turn answers a question of it, which another window still shows. */
  readonly isAnswered?: boolean;
}

export interface RaisedOptions {
  readonly matters: readonly Matter[];
  readonly told: Told;
  /** What was said of it, where that is not the message of this turn. */
  readonly words?: string | undefined;
  /** ISO time of that other message. */
  readonly saidAt?: string | undefined;
  /** Somebody may be in danger: help is shown first. */
  readonly urgent?: Reply;
}

/** How far a form has come. What was told is in the cases. */
interface FormState {
  readonly family: string;
  readonly place: Place;
  /** ISO time of the last message. */
  readonly at: string;
}

/** Earlier cases of a chat that are looked through. */
const MOST_BEFORE = 20;

/** Minutes of silence after which people are told where they were. */
const AWAY_AFTER = 30;

/** Records what was raised, and fills in its form: a question at a time, in whatever order a person tells things. */
export class FormDialog extends Dialog {
  constructor(private readonly conversation: DeskConversation) {
    super(FORM);
  }

  override async beginDialog(dialog: DialogContext, options?: FormOptions): Promise<DialogTurnResult> {
    const { rights, desk } = this.conversation;
    if (!options) return dialog.endDialog();
    if ('resume' in options) return this.resume(dialog, options);
    const filled = await rights.fillIn.begin(raisedBy(dialog.context, options, this.conversation.now()));
    if (!options.urgent) {
      await this.sayLaw(dialog, filled.view.cases);
      await this.sayWhatChanges(dialog, filled.view);
      return this.goOn(dialog, filled, formLeads.recorded(filled.view, rights.words));
    }
    if (filled.place) return this.helpFirst(dialog, options.urgent, { ...filled, place: filled.place });
    await sendReply(dialog.context, options.urgent, desk);
    return this.goOn(dialog, filled);
  }

  /** What the law says of matters whose form begins, unless this chat has raised them before and seen it. */
  private async sayLaw({ context }: DialogContext, begun: readonly Case[]): Promise<void> {
    const { rights, desk, contextNow } = this.conversation;
    const all = await rights.cases.inConversation(context.activity.conversation.id, MOST_BEFORE);
    const before = all.filter(({ reference }) => !begun.some((one) => one.reference === reference));
    for (const { matter } of begun.filter((one) => !before.some((other) => other.matter === one.matter))) {
      const law = desk.lawAtStart(matter, contextNow());
      if (law) await sendReply(context, law, desk);
    }
  }

  private async resume(dialog: DialogContext, { resume, isAnswered }: ResumeOptions): Promise<DialogTurnResult> {
    const { rights } = this.conversation;
    const filled = await rights.fillIn.resume(resume);
    if (!isAnswered) return this.goOn(dialog, filled, formLeads.resumed(filled.view, rights.words.replies));
    this.keep(dialog, filled);
    return this.continueDialog(dialog);
  }

  override async continueDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    const { rights, desk, contextNow } = this.conversation;
    const { family, place, at } = stateOf(dialog);
    const view = await rights.fillIn.look(family);
    if (isOver(view)) {
      // A turn that was cut off between storing and answering ends once more; later messages are like any other.
      const ending = await rights.fillIn.again(saidBy(dialog.context), view, place);
      return ending ? this.goOn(dialog, ending) : dialog.replaceDialog(ASK_NOTICE);
    }
    const understanding = await desk.understand(dialog.context.activity.text, contextNow());
    if (understanding.kind === 'urgent') {
      return this.helpFirst(dialog, desk.reply(understanding, contextNow()), standingAt(place, view));
    }
    const isTold = await sayWhatWeAre(dialog.context, desk);
    const message = this.messageOf(dialog, understanding, view);
    const more = await this.moreRaised(dialog, message, understanding, view);
    if (more) {
      await this.sayLaw(dialog, more.added);
      return this.goOn(dialog, more, formLeads.alsoRecorded(more, rights.words));
    }

    const filled = await rights.fillIn.step(message, view, place);
    if (filled) return this.goOn(dialog, filled, this.leadAfter(filled, place, at));
    return isTold ? this.askAgain(dialog, view) : this.answerAside(dialog, understanding, view);
  }

  /** Asks what comes next, or says how it ended. */
  private async goOn(dialog: DialogContext, filled: Filled, leads: Leads = formLeads.none): Promise<DialogTurnResult> {
    const { rights, desk, contextNow } = this.conversation;
    const { view, place, notes, urgent } = filled;
    if (urgent !== undefined) {
      const help = desk.reply({ kind: 'urgent', sign: urgent, confidence: 1 }, contextNow());
      return this.helpFirst(dialog, help, filled, leads);
    }
    if (place) {
      this.keep(dialog, filled);
      await sendReply(dialog.context, formReply({ view, place, leads, notes }, rights.words), desk);
      return Dialog.EndOfTurn;
    }
    // Whoever leaves or withdraws it is told so; what was sent has a receipt.
    await sendReply(dialog.context, notes.length > 0 ? this.farewell(filled) : rights.receipt(view), desk);
    return dialog.endDialog();
  }

  /** Whoever is handed to a person hears first what that changes. */
  private async sayWhatChanges(dialog: DialogContext, { cases }: FormView): Promise<void> {
    const { desk, contextNow } = this.conversation;
    const isHandedOver = cases.some(({ matter }) => matter === 'human');
    const changes = isHandedOver ? desk.handover('human', contextNow().notice) : undefined;
    if (changes) await sendReply(dialog.context, changes, desk);
  }

  private farewell({ view, notes }: Filled): Reply {
    return { ...emptyReply('form'), paragraphs: noteTexts(notes, view, this.conversation.rights.words.replies) };
  }

  /** Danger comes before any form. What was told is safe, and what is asked can wait: it stands below, for later. */
  private async helpFirst(dialog: DialogContext, help: Reply, filled: Filled, leads: Leads = formLeads.none) {
    const { rights, desk } = this.conversation;
    const { view, place, notes } = filled;
    const { replies } = rights.words;
    await sendReply(dialog.context, savedUnder(help, view, replies), desk);
    const later = place ? formLeads.whenReady(replies).texts : [];
    return this.goOn(dialog, { view, place, notes }, { ...leads, texts: [...leads.texts, ...later] });
  }

  /** The form with what a message raises beside it; undefined where it raises nothing new. */
  private async moreRaised(dialog: DialogContext, message: FormMessage, understanding: Understanding, view: FormView) {
    const { rights, now } = this.conversation;
    const { place } = stateOf(dialog);
    const { text } = message;
    const reading = rights.fillIn.readingOf(message, view, place);
    if (reading === 'command') return undefined;
    if (!mayRaiseMore(text, askedBy(message.answers, view, place), reading === 'answer')) return undefined;
    const recognised = await rights.recognise(text, understanding);
    if (recognised.kind !== 'raised') return undefined;
    // What this very message has raised already, it raises again when it comes once more.
    const known = new Set(view.cases.filter(({ words: [first] }) => first?.text !== text).map(({ matter }) => matter));
    const matters = recognised.matters.filter((matter) => !known.has(matter) && matter !== 'human');
    if (matters.length === 0) return undefined;
    const raised = raisedBy(dialog.context, { matters, told: recognised.told }, now());
    return rights.fillIn.addTo(raised, { message, view, place });
  }

  /** Answers a question in the middle, and asks again what was asked. */
  private async answerAside(dialog: DialogContext, understanding: Understanding, view: FormView) {
    const { desk, contextNow } = this.conversation;
    if (understanding.kind === 'flow' && understanding.flow === 'request_status') return this.tellStatus(dialog, view);
    for (const reply of desk.replies(understanding, contextNow())) {
      await sendReply(dialog.context, { ...reply, choices: [] }, desk);
    }
    return this.askAgain(dialog, view);
  }

  /** Who asks how it stands means the request that is in front of them, unless they name another one. */
  private async tellStatus(dialog: DialogContext, view: FormView): Promise<DialogTurnResult> {
    const { rights, desk } = this.conversation;
    if (readReference(dialog.context.activity.text).kind !== 'none') return dialog.beginDialog(REQUEST_STATUS);
    const { replies } = rights.words;
    const stands = view.cases.flatMap((one) => [
      replies.say('status.heading', { reference: one.reference }),
      ...statusTexts(one, rights.sources),
    ]);
    const paragraphs = [...stands, replies.say('status.another')];
    await sendReply(dialog.context, { ...emptyReply('form'), paragraphs }, desk);
    return this.askAgain(dialog, view);
  }

  /** Something else in the middle is over. */
  override async resumeDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    const view = await this.conversation.rights.fillIn.look(stateOf(dialog).family);
    return isOver(view) ? dialog.endDialog() : this.askAgain(dialog, view);
  }

  /** Nothing was left of a message to be read. */
  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    const { rights, desk } = this.conversation;
    const { family, place: left } = instance.state as FormState;
    const view = await rights.fillIn.look(family);
    if (isOver(view)) return;
    const place = standing(left, view);
    await sendReply(context, formReply({ view, place, leads: formLeads.none, notes: [] }, rights.words), desk);
  }

  private askAgain(dialog: DialogContext, view: FormView): Promise<DialogTurnResult> {
    const { place, at } = stateOf(dialog);
    const filled = standingAt(place, view);
    return this.goOn(dialog, filled, this.leadBack(filled, this.isAway(at)));
  }

  /** Who comes back without an answer to what was asked is told where they were. */
  private leadAfter({ view, place }: Filled, before: Place, at: string): Leads {
    const isSame = place?.at === before.at && (place.at !== 'question' || isAskedBy(before, place.id));
    return isSame && this.isAway(at) ? this.leadBack({ view, place, notes: [] }, true) : formLeads.none;
  }

  private leadBack({ view, place }: Standing, isAway: boolean): Leads {
    return formLeads.backTo(view, place, isAway, this.conversation.rights.words.replies);
  }

  private isAway(at: string): boolean {
    return minutesSince(at, this.conversation.now()) > AWAY_AFTER;
  }

  private messageOf(dialog: DialogContext, understanding: Understanding, view: FormView): FormMessage {
    const message = saidBy(dialog.context);
    const { text } = message;
    const { place } = stateOf(dialog);
    const remark = remarkOf(understanding);
    // Who does not follow a question has not passed it over.
    const isForForm =
      remark !== MORE_SIMPLY && this.conversation.rights.fillIn.readingOf(message, view, place) !== undefined;
    if (isForForm) return { ...message, isAside: false };
    const asked = askedBy(message.answers, view, place);
    return { ...message, isAside: isAside(text, understanding, asked), ...(remark && { remark }) };
  }

  private keep(dialog: DialogContext, { view, place }: Filled): void {
    const family = view.cases[0]?.family;
    Object.assign(dialog.activeDialog?.state as object, { family, place, at: this.conversation.now().toISOString() });
  }
}

const isAskedBy = (place: Place, id: string): boolean => place.at === 'question' && place.id === id;

type Standing = Filled & { readonly place: Place };

/** A form where it stands, to be asked again. */
const standingAt = (place: Place, view: FormView): Standing => ({ view, place: standing(place, view), notes: [] });

const isOver = ({ cases }: FormView): boolean => cases.every(({ state }) => state.name !== 'incomplete');

/** What people remark on what was said last. */
const REMARKS = [NOT_IT, AGAIN, MORE_SIMPLY] as const;

const remarkOf = (understanding: Understanding): FormMessage['remark'] =>
  understanding.kind === 'smalltalk' ? REMARKS.find((remark) => remark === understanding.topic) : undefined;

const stateOf = (dialog: DialogContext): FormState => dialog.activeDialog?.state as FormState;

const minutesSince = (at: string, now: Date): number => (now.getTime() - Date.parse(at)) / 60_000;
