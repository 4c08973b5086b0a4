import { ActivityHandler, type StatePropertyAccessor, type TurnContext } from 'botbuilder';
import { DialogSet, DialogTurnStatus, type Dialog, type DialogState } from 'botbuilder-dialogs';

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

/**
 * The bot, on every channel: greets once, gives messages to its root dialog, and saves what it has to remember together
 * with the mark of how far it has come, so that a turn is either complete or run again.
 */
export class PrivacyBot extends ActivityHandler {
  private readonly dialogs: DialogSet;
  private readonly dialogState: StatePropertyAccessor<DialogState>;
  private readonly handled: StatePropertyAccessor<string>;

  constructor(
    private readonly state: VersionedConversationState,
    private readonly storage: DocumentBotStorage,
    private readonly root: Dialog,
    greet: Greet,
    takeEvent: TakeEvent = () => Promise.resolve(undefined),
  ) {
    super();
    this.dialogState = state.createProperty<DialogState>('dialogs');
    this.handled = state.createProperty<string>('handled');
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
      await this.continueDialog(context);
      await next();
    });
  }

  override async run(context: TurnContext): Promise<void> {
    await super.run(context);
    await this.complete(context);
  }

  /** After a turn that failed: forgets the dialog it was in, and does not try the same message again. */
  async giveUp(context: TurnContext): Promise<void> {
    await this.state.load(context, true);
    await this.dialogState.delete(context);
    await this.complete(context);
  }

  /** Id of the last activity of a conversation whose turn is complete. */
  async lastHandledActivity(channelId: string, conversationId: string): Promise<string | undefined> {
    const key = `${channelId}/conversations/${conversationId}/`;
    const state = (await this.storage.read([key]))[key] as { readonly handled?: string } | undefined;
    return state?.handled;
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
