import type { Storage, StoreItem, StoreItems } from 'botbuilder';

import { AppError } from '../shared/app-error';
import type { Collection, DocumentStore } from '../shared/document-store';

/** State that the bot keeps between two turns of a conversation. */
export interface BotStateDocument {
  readonly conversationId: string;
  readonly state: Readonly<Record<string, unknown>>;
}

/** Keyed by Bot Framework's state key, `channel/conversations/id/`. */
export const BOT_STATE: Collection<BotStateDocument> = {
  name: 'bot-state',
  indexes: [{ name: 'by-conversation', fields: ['conversationId'] }],
  personal: ['state'],
};

/** The eTag of a state that is not stored yet. */
export const NOT_STORED = '0';

/**
 * Bot Framework's storage over the document port. The eTag is the document's version, and it is checked: a write that
 * comes from an older read fails with `state_conflict` instead of undoing the newer one. `*` writes in any case, as the
 * SDK's contract has it.
 */
export class DocumentBotStorage implements Storage {
  constructor(private readonly store: DocumentStore) {}

  async read(keys: string[]): Promise<StoreItems> {
    const items: StoreItems = {};
    for (const key of keys) {
      const stored = await this.store.get(BOT_STATE, key);
      if (stored) items[key] = { ...stored.body.state, eTag: String(stored.version) };
    }
    return items;
  }

  async write(changes: StoreItems): Promise<void> {
    await Promise.all(Object.entries(changes).map(([key, item]) => this.writeOne(key, item as StoreItem)));
  }

  async delete(keys: string[]): Promise<void> {
    await Promise.all(keys.map((key) => this.store.delete(BOT_STATE, key)));
  }

  private async writeOne(key: string, { eTag, ...state }: StoreItem): Promise<void> {
    const body: BotStateDocument = { conversationId: conversationOf(key), state };
    const version = eTag === undefined || eTag === '*' ? await this.currentVersion(key) : Number(eTag);
    const outcome =
      version === 0
        ? await this.store.insert(BOT_STATE, key, body)
        : await this.store.replace(BOT_STATE, key, version, body);
    if (outcome === 'exists' || outcome === 'conflict') {
      throw new AppError('state_conflict', 'the state of the conversation was changed by another turn');
    }
  }

  private async currentVersion(key: string): Promise<number> {
    return (await this.store.get(BOT_STATE, key))?.version ?? 0;
  }
}

/** The id in `channel/conversations/id/`; it may itself hold slashes. */
function conversationOf(key: string): string {
  return /^[^/]+\/conversations\/(.+)\/$/s.exec(key)?.[1] ?? key;
}
