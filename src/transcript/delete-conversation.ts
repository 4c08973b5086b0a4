import { changeDocument } from '../shared/change-document';
import type { Clock } from '../shared/clock';
import type { Collection, DocumentStore } from '../shared/document-store';
import { CONVERSATIONS, type Conversation } from './conversation';
import { DELETION_RECEIPTS, receiptId, type DeletionReceipt } from './deletion-receipt';
import { countEntries, deleteEntries } from './part-entries';

/** Deletes the documents of one kind that belong to a conversation and go with it. */
export type DeleteBelongings = (store: DocumentStore, conversationId: string) => Promise<void>;

/** @param index one whose first field is `conversationId` */
export function belongings<T extends { readonly conversationId: string }>(
  collection: Collection<T>,
  index: string,
): DeleteBelongings {
  return async (store, conversationId) => {
    for (;;) {
      const equals = { conversationId } as Partial<Record<keyof T & string, string>>;
      const batch = await store.find(collection, { index, equals, limit: BATCH });
      await Promise.all(batch.map(({ id }) => store.delete(collection, id)));
      if (batch.length < BATCH) return;
    }
  };
}

export interface DeletionDependencies {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly belongings: readonly DeleteBelongings[];
  /** Writes down for good what was deleted, before the last of it goes. Done again, it must change nothing. */
  readonly record: (deletion: RecordedDeletion) => Promise<void>;
}

export interface RecordedDeletion {
  readonly conversation: { readonly id: string; readonly startedAt: string };
  readonly reason: DeletionReceipt['reason'];
  readonly entries: number;
}

const BATCH = 200;

/**
 * Deletes a conversation with everything that belongs to it, and leaves a receipt. What was said with staff stays: it has
 * its own clock. Interrupted at any point, the next call finishes the work: the conversation itself goes last. To be called
 * in the turn queue of the conversation.
 *
 * @returns the receipt, or undefined when there is no such conversation
 */
export async function deleteConversation(
  conversationId: string,
  reason: DeletionReceipt['reason'],
  dependencies: DeletionDependencies,
): Promise<DeletionReceipt | undefined> {
  const { store, clock } = dependencies;
  // First of all hidden, with its reason: whatever happens from here on, the next sweep finds it and goes on.
  const conversation = await markForDeletion(conversationId, reason, store);
  if (!conversation) return undefined;
  const begun: DeletionReceipt = {
    recordClass: 'chatbot conversation',
    reason: conversation.beingDeleted ?? reason,
    lastMessageAt: conversation.lastMessageAt,
    entries: await countEntries(store, conversationId, 'bot'),
    state: 'deleting',
    deletedAt: clock.now().toISOString(),
  };
  const id = await receiptFor(conversationId, conversation, store);
  await store.insert(DELETION_RECEIPTS, id, begun);

  await deleteEntries(store, conversationId, 'bot');
  for (const deleteBelongings of dependencies.belongings) await deleteBelongings(store, conversationId);

  const receipt = await store.get(DELETION_RECEIPTS, id);
  const deleted: DeletionReceipt = {
    ...(receipt?.body ?? begun),
    state: 'deleted',
    deletedAt: clock.now().toISOString(),
  };
  const { startedAt } = conversation;
  const { entries } = deleted;
  await dependencies.record({ conversation: { id: conversationId, startedAt }, reason: deleted.reason, entries });
  await store.replace(DELETION_RECEIPTS, id, receipt?.version ?? 1, deleted);
  await store.delete(CONVERSATIONS, conversationId);
  return deleted;
}

/**
 * Decides that a conversation is deleted: from now on nobody can read it or add to it. A reason that was given before stays.
 *
 * @returns undefined when there is no such conversation
 */
export function markForDeletion(
  conversationId: string,
  reason: DeletionReceipt['reason'],
  store: DocumentStore,
): Promise<Conversation | undefined> {
  return changeDocument<Conversation, Conversation | undefined>(store, CONVERSATIONS, conversationId, (stored) => {
    if (!stored || stored.beingDeleted) return { result: stored };
    const marked = { ...stored, beingDeleted: reason };
    return { body: marked, result: marked };
  });
}

/**
 * The receipt of this deletion. Channels that keep one id for a person can begin a chat again after its deletion: its
 * next deletion has a receipt of its own.
 */
async function receiptFor(conversationId: string, conversation: Conversation, store: DocumentStore): Promise<string> {
  const first = await store.get(DELETION_RECEIPTS, receiptId(conversationId));
  const isOfAnEarlierChat = first?.body.state === 'deleted' && first.body.lastMessageAt < conversation.startedAt;
  return receiptId(isOfAnEarlierChat ? `${conversationId} ${conversation.startedAt}` : conversationId);
}

/** Whether a conversation of this id was deleted, or is being deleted: it must not come to life again. */
export async function wasDeleted(store: DocumentStore, conversationId: string): Promise<boolean> {
  return (await store.get(DELETION_RECEIPTS, receiptId(conversationId))) !== undefined;
}
