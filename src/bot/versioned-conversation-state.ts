import { ConversationState, type TurnContext } from 'botbuilder';

import { NOT_STORED, type DocumentBotStorage } from './document-bot-storage';

interface ReadVersion {
  readonly eTag: string;
  /** The state as it was read, to see whether it has changed. */
  readonly text: string;
}

/**
 * Conversation state that is written with the version it was read at. The SDK's own always writes `*`, so that of two
 * turns at once the last one wins without a word.
 */
export class VersionedConversationState extends ConversationState {
  private readonly readVersion = Symbol('read version');

  constructor(private readonly documents: DocumentBotStorage) {
    super(documents);
  }

  override async load(context: TurnContext, force = false): Promise<Record<string, unknown>> {
    const known = context.turnState.get<ReadVersion | undefined>(this.readVersion);
    const state = (await super.load(context, force)) as Record<string, unknown>;
    if (!known || force) this.remember(context, state, typeof state.eTag === 'string' ? state.eTag : NOT_STORED);
    return state;
  }

  override async clear(context: TurnContext): Promise<void> {
    // Read first: also an emptied state may only replace the version that this turn knows.
    await this.load(context);
    await super.clear(context);
  }

  /** @throws AppError `state_conflict` when another turn has written since this one read */
  override async saveChanges(context: TurnContext, force = false): Promise<void> {
    const state = await this.load(context);
    const read = context.turnState.get<ReadVersion>(this.readVersion);
    if (!force && read.text === textOf(state)) return;
    await this.documents.write({ [this.getStorageKey(context) ?? '']: { ...state, eTag: read.eTag } });
    this.remember(context, state, String(Number(read.eTag) + 1));
  }

  private remember(context: TurnContext, state: Record<string, unknown>, eTag: string): void {
    context.turnState.set(this.readVersion, { eTag, text: textOf(state) } satisfies ReadVersion);
  }
}

const textOf = (state: Record<string, unknown>): string => JSON.stringify({ ...state, eTag: undefined });
