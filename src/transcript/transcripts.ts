import { AppError } from '../shared/app-error';
import type { Clock } from '../shared/clock';
import type { DocumentStore, StoredDocument } from '../shared/document-store';
import { CONVERSATIONS, type Conversation } from './conversation';
import { activityId, ENTRIES, type Entry, type EntryActivity, type Part } from './entry';
import { StaffParts } from './staff-parts';

/** Other writers of the same conversation that may come between; more means that something is wrong. */
const MOST_TRIES = 100;

export interface NewEntry {
  readonly key: string;
  readonly author: Entry['author'];
  readonly activity: EntryActivity;
  /** `staff` between a handover and the return to the assistant; `StaffParts.begin` comes first. */
  readonly part?: Part;
}

/** What came of adding an entry: `isNew` is false when the same key was there already; then that entry is returned. */
export interface Appended {
  readonly entry: Entry;
  readonly isNew: boolean;
}

/** All that was said, over the document port. When a promise of this class resolves, the words are safely stored. */
export class Transcripts {
  private readonly staffParts: StaffParts;

  constructor(
    private readonly store: DocumentStore,
    private readonly clock: Clock,
  ) {
    this.staffParts = new StaffParts(store, clock);
  }

  /** Starts a conversation, unless it has started already. */
  async start(id: string, channel: string, userId: string): Promise<'started' | 'exists'> {
    const now = this.clock.now();
    const outcome = await this.store.insert(CONVERSATIONS, id, {
      channel,
      userId,
      startedAt: now.toISOString(),
      lastMessageAt: now.toISOString(),
    });
    return outcome === 'inserted' ? 'started' : 'exists';
  }

  /** None, too, when its deletion has begun. */
  async conversation(id: string): Promise<Conversation | undefined> {
    const conversation = (await this.store.get(CONVERSATIONS, id))?.body;
    return conversation?.beingDeleted ? undefined : conversation;
  }

  /**
   * Adds an entry at the end and moves the time of the last message of its part with it. Both are written at once; if only
   * the entry arrives, the sweep sees the later message and waits. What is delivered again moves nothing.
   */
  async append(conversationId: string, added: NewEntry): Promise<Appended> {
    // Asked first: an entry without its conversation would never be deleted.
    const conversation = await this.store.get(CONVERSATIONS, conversationId);
    if (!conversation || conversation.body.beingDeleted) throw noConversation();
    if (added.part === 'staff' && !(await this.staffParts.get(conversationId))) throw noConversation();
    const known = await this.entryOf(conversationId, added.key);
    if (known) return { entry: known, isNew: false };
    const at = this.clock.now();
    const [appended] = await Promise.all([
      this.insertEntry(conversationId, added, at),
      this.moveTime(conversation, added.part, at),
    ]);
    return appended;
  }

  /** Entries after the given sequence, in order. */
  async entriesAfter(conversationId: string, sequence: number, limit: number): Promise<Entry[]> {
    const found = await this.store.find(ENTRIES, {
      index: 'by-sequence',
      equals: { conversationId },
      range: { above: sequence },
      limit,
    });
    return found.map(({ body }) => body);
  }

  /** Entries up to the given sequence, newest first. */
  async entriesUpTo(conversationId: string, sequence: number, limit: number): Promise<Entry[]> {
    const found = await this.store.find(ENTRIES, {
      index: 'by-sequence',
      equals: { conversationId },
      range: { upTo: sequence },
      order: 'descending',
      limit,
    });
    return found.map(({ body }) => body);
  }

  /** The entry with an activity id; none for the id of another conversation. */
  async entry(conversationId: string, id: string): Promise<Entry | undefined> {
    const entry = (await this.store.get(ENTRIES, id))?.body;
    return entry?.conversationId === conversationId ? entry : undefined;
  }

  async lastEntry(conversationId: string): Promise<Entry | undefined> {
    const [last] = await this.store.find(ENTRIES, {
      index: 'by-sequence',
      equals: { conversationId },
      order: 'descending',
      limit: 1,
    });
    return last?.body;
  }

  /** Nothing can be said in the conversation from now on. */
  end(conversationId: string): Promise<void> {
    const endedAt = this.clock.now().toISOString();
    return this.update(conversationId, (conversation) => ({ endedAt, ...conversation }));
  }

  private async insertEntry(conversationId: string, added: NewEntry, at: Date): Promise<Appended> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const sequence = ((await this.lastEntry(conversationId))?.sequence ?? 0) + 1;
      const entry: Entry = { conversationId, sequence, at: at.toISOString(), ...added };
      const outcome = await this.store.insert(ENTRIES, activityId(conversationId, sequence), entry);
      if (outcome === 'inserted') return { entry, isNew: true };

      // Either the key is known, or somebody else has just taken the sequence number.
      const same = await this.entryOf(conversationId, added.key);
      if (same) return { entry: same, isNew: false };
    }
    throw new AppError('store_unavailable', 'the entry could not be placed');
  }

  /** The entry that was stored under a key, to recognise what is delivered again. */
  async entryOf(conversationId: string, key: string): Promise<Entry | undefined> {
    const [found] = await this.store.find(ENTRIES, { index: 'by-key', equals: { conversationId, key }, limit: 1 });
    return found?.body;
  }

  private async moveTime(known: StoredDocument<Conversation>, part: Part | undefined, at: Date): Promise<void> {
    const lastMessageAt = at.toISOString();
    if (part === 'staff') await this.staffParts.said(known.id, at);
    else await this.update(known.id, (conversation) => ({ ...conversation, lastMessageAt }), known);
  }

  /** @param known as it was read a moment ago */
  private async update(
    id: string,
    change: (conversation: Conversation) => Conversation,
    known?: StoredDocument<Conversation>,
  ): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const stored = tries === 0 && known ? known : await this.store.get(CONVERSATIONS, id);
      if (!stored) throw noConversation();
      const outcome = await this.store.replace(CONVERSATIONS, id, stored.version, change(stored.body));
      if (outcome === 'replaced') return;
    }
    throw new AppError('store_unavailable', 'the conversation could not be changed');
  }
}

const noConversation = (): AppError => new AppError('store_unavailable', 'there is no such conversation');
