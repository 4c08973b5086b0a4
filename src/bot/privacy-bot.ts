import { ActivityHandler, type StatePropertyAccessor, type TurnContext } from 'botbuilder';
import { DialogSet, DialogTurnStatus, type Dialog, type DialogState } from 'botbuilder-dialogs';

import { isNothingLeft, notKeptOf, type NotKept } from '../shared/not-kept';
import type { DocumentBotStorage } from './document-bot-storage';
import type { VersionedConversationState } from './versioned-conversation-state';

/** Says who we are, at the start of a conversation. */
export type Greet = (context: TurnContext) => Promise<void>;

/**
 * Takes an event that a client sent, such as feedback.
 *
 * @returns with what the root dialog is to be begun; undefined when there is nothing to say
 */
export type TakeEvent = (context: TurnContext) => Promise<object | undefined>;

/** Says what of a message was not kept. */
export interface NotKeptNote {
  /** @param isAll nothing else was in the message, and nothing waits for an answer */
  say(context: TurnContext, notKept: readonly NotKept[], isAll: boolean): Promise<void>;
  /** Whether the reply to a text comes before everything else, since somebody may be in danger. */
  waitsFor(text: string): Promise<boolean>;
}

const NO_NOTE: NotKeptNote = { say: () => Promise.resolve(), waitsFor: () => Promise.resolve(false) };

/**
 * The bot, on every channel: greets once, gives messages to its root dialog, and saves what it has to remember together
 * with the mark of how far it has come, so that a turn is either complete or run again.
 */
export class PrivacyBot extends ActivityHandler {
  private readonly dialogs: DialogSet;
  private readonly dialogState: StatePropertyAccessor<DialogState>;
  private readonly handled: StatePropertyAccessor<string>;
  private readonly hasFailed: StatePropertyAccessor<boolean>;

  constructor(
    private readonly state: VersionedConversationState,
    private readonly storage: DocumentBotStorage,
    private readonly root: Dialog,
    greet: Greet,
    takeEvent: TakeEvent = () => Promise.resolve(undefined),
    private readonly notKeptNote: NotKeptNote = NO_NOTE,
  ) {
    super();
    this.dialogState = state.createProperty<DialogState>('dialogs');
    this.handled = state.createProperty<string>('handled');
    this.hasFailed = state.createProperty<boolean>('failed');
    this.dialogs = new DialogSet(this.dialogState).add(root);
    this.onMembersAdded(async (context, next) => {
      const { membersAdded = [], recipient } = context.activity;
      if (membersAdded.some(({ id }) => id !== recipient.id)) await greet(context);
      await next();
    });
    this.onEvent(async (context, next) => {
      const options = await takeEvent(context);
      // Events come between messages, and this one follows an answer, after which no dialog waits for anything.
      if (options) await (await this.dialogs.createContext(context)).beginDialog(this.root.id, options);
      await next();
    });
    this.onMessage(async (context, next) => {
      await this.takeMessage(context);
      await next();
    });
  }

  override async run(context: TurnContext): Promise<void> {
    await super.run(context);
    await this.hasFailed.delete(context);
    await this.complete(context);
  }

  /**
   * After a turn that failed: does not try the same message again. The dialog stays where it was, so that a person goes
   * on with their form; where that fails again, it is forgotten.
   */
  async giveUp(context: TurnContext): Promise<void> {
    await this.state.load(context, true);
    if (await this.hasFailed.get(context, false)) await this.dialogState.delete(context);
    await this.hasFailed.set(context, true);
    await this.complete(context);
  }

  /** Whether the turn of this activity is complete, as it is stored. */
  async isComplete({ activity: { channelId, conversation, id } }: TurnContext): Promise<boolean> {
    return id !== undefined && (await this.lastHandledActivity(channelId, conversation.id)) === id;
  }

  /** Id of the last activity of a conversation whose turn is complete. */
  async lastHandledActivity(channelId: string, conversationId: string): Promise<string | undefined> {
    const key = `${channelId}/conversations/${conversationId}/`;
    const state = (await this.storage.read([key]))[key] as { readonly handled?: string } | undefined;
    return state?.handled;
  }

  private async takeMessage(context: TurnContext): Promise<void> {
    const notKept = notKeptOf(context.activity);
    if (isNothingLeft(context.activity)) await this.askAgain(context, notKept);
    else if (notKept.length === 0) await this.continueDialog(context);
    else if (await this.notKeptNote.waitsFor(context.activity.text)) {
      await this.continueDialog(context);
      await this.notKeptNote.say(context, notKept, false);
    } else {
      await this.notKeptNote.say(context, notKept, false);
      await this.continueDialog(context);
    }
  }

  /** No dialog reads a message of which nothing is left; one that waits for an answer says again what it has asked. */
  private async askAgain(context: TurnContext, notKept: readonly NotKept[]): Promise<void> {
    const dialog = await this.dialogs.createContext(context);
    const isAll = !dialog.activeDialog;
    if (isAll || notKept.length > 0) await this.notKeptNote.say(context, notKept, isAll);
    await dialog.repromptDialog();
  }

  private async continueDialog(context: TurnContext): Promise<void> {
    const dialog = await this.dialogs.createContext(context);
    const { status } = await dialog.continueDialog();
    if (status === DialogTurnStatus.empty) await dialog.beginDialog(this.root.id);
  }

  private async complete(context: TurnContext): Promise<void> {
    if (context.activity.id) await this.handled.set(context, context.activity.id);
    await this.state.saveChanges(context);
  }
}
