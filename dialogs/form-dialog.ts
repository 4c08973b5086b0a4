import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs';

import { CONTACT, type Question, type Told } from '../src/forms/form';
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
import type { Matter } from '../src/rights/matter';
import { asksOrWants } from '../src/search/asks-or-wants';
import { AGAIN, MORE_SIMPLY, NOT_IT } from '../src/search/search-content';
import type { Understanding } from '../src/search/understanding';
import type { DeskConversation } from './desk-conversation';
import { ASK_NOTICE, FORM, REQUEST_STATUS } from './dialog-ids';
import { isAside } from './is-aside';
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
  /** Somebody may be in danger: help is shown with it, and nothing is asked until they go on. */
  readonly urgent?: Reply;
}

/** How far a form has come. What was told is in the cases. */
interface FormState {
  readonly family: string;
  readonly place: Place;
  /** ISO time of the last message. */
  readonly at: string;
}

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
    if (options.urgent && filled.place) {
      this.keep(dialog, filled);
      await sendReply(dialog.context, savedUnder(options.urgent, filled.view, rights.words.replies), desk);
      return Dialog.EndOfTurn;
    }
    if (options.urgent) await sendReply(dialog.context, options.urgent, desk);
    await this.sayWhatChanges(dialog, filled.view);
    return this.goOn(dialog, filled, formLeads.recorded(filled.view, rights.words));
  }

  private async resume(dialog: DialogContext, { resume, isAnswered }: ResumeOptions): Promise<DialogTurnResult> {
    const filled = await this.conversation.rights.fillIn.resume(resume);
    if (!isAnswered) return this.goOn(dialog, filled);
    this.keep(dialog, filled);
    return this.continueDialog(dialog);
  }

  override async continueDialog(dialog: DialogContext): Promise<DialogTurnResult> {
    const { rights, desk, contextNow } = this.conversation;
    const { family, place } = stateOf(dialog);
    const view = await rights.fillIn.look(family);
    if (isOver(view)) {
      // A turn that was cut off between storing and answering ends once more; later messages are like any other.
      const ending = await rights.fillIn.again(saidBy(dialog.context), view, place);
      return ending ? this.goOn(dialog, ending) : dialog.replaceDialog(ASK_NOTICE);
    }
    const understanding = await desk.understand(dialog.context.activity.text, contextNow());
    if (understanding.kind === 'urgent') return this.helpFirst(dialog, understanding, view);
    const isTold = await sayWhatWeAre(dialog.context, desk);
    const message = this.messageOf(dialog, understanding, view);
    const more = await this.moreRaised(dialog, message, understanding, view);
    if (more) return this.goOn(dialog, more, formLeads.alsoRecorded(more, rights.words));

    const filled = await rights.fillIn.step(message, view, place);
    if (filled) return this.goOn(dialog, filled);
    return isTold ? this.askAgain(dialog, view) : this.answerAside(dialog, understanding, view);
  }

  /** Asks what comes next, or says how it ended. */
  private async goOn(dialog: DialogContext, filled: Filled, leads: Leads = formLeads.none): Promise<DialogTurnResult> {
    const { rights, desk, contextNow } = this.conversation;
    const { view, place, notes, urgent } = filled;
    if (urgent !== undefined) {
      await sendReply(dialog.context, desk.reply({ kind: 'urgent', sign: urgent, confidence: 1 }, contextNow()), desk);
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

  /** Danger comes before any form; what was told stays, and where we were. */
  private async helpFirst(dialog: DialogContext, understanding: Understanding, view: FormView) {
    const { rights, desk, contextNow } = this.conversation;
    const help = desk.reply(understanding, contextNow());
    await sendReply(dialog.context, savedUnder(help, view, rights.words.replies), desk);
    return Dialog.EndOfTurn;
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
    if (understanding.kind === 'flow' && understanding.flow === 'request_status') {
      return dialog.beginDialog(REQUEST_STATUS);
    }
    for (const reply of desk.replies(understanding, contextNow())) {
      await sendReply(dialog.context, { ...reply, choices: [] }, desk);
    }
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
    const { place: left, at } = stateOf(dialog);
    const { rights, now } = this.conversation;
    const place = standing(left, view);
    const isAway = minutesSince(at, now()) > AWAY_AFTER;
    return this.goOn(dialog, { view, place, notes: [] }, formLeads.backTo(view, place, isAway, rights.words.replies));
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

/**
 * Any words can answer a question for words, also those that would raise something by themselves. And what answers a
 * question may do so in passing: "and delete all that you hold about me" says who it is about.
 */
function mayRaiseMore(text: string, asked: Question | undefined, isAnswer: boolean): boolean {
  if (ADDS.test(text)) return true;
  if (!asksOrWants(text)) return false;
  return ALSO.test(text) || (isAnswer ? isAboutMatter(asked) : asked?.kind !== 'text');
}

/** Whether a question is about what is wanted, rather than about the person: "don't ring me" says how to reply. */
const isAboutMatter = (asked: Question | undefined): boolean => asked?.kind === 'choice' && !(CONTACT in asked.when);

/** How a message adds to what was said, rather than answering what is asked. */
const ADDS = /^\s*(?:and|also|plus|oh and|another thing|one more thing|i also|as well)\b/i;

const ALSO = /\b(?:also|as well|too)\b/i;

const isOver = ({ cases }: FormView): boolean => cases.every(({ state }) => state.name !== 'incomplete');

/** What people remark on what was said last. */
const REMARKS = [NOT_IT, AGAIN, MORE_SIMPLY] as const;

const remarkOf = (understanding: Understanding): FormMessage['remark'] =>
  understanding.kind === 'smalltalk' ? REMARKS.find((remark) => remark === understanding.topic) : undefined;

const stateOf = (dialog: DialogContext): FormState => dialog.activeDialog?.state as FormState;

const minutesSince = (at: string, now: Date): number => (now.getTime() - Date.parse(at)) / 60_000;
