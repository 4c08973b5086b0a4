import type { Clock } from '../shared/clock';
import type { Collection, DocumentStore } from '../shared/document-store';
import { CONVERSATIONS, type Conversation } from './conversation';
import { DELETION_RECEIPTS, receiptId, type DeletionReceipt } from './deletion-receipt';
import { ENTRIES } from './entry';

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
}

const BATCH = 200;

const deleteEntries = belongings(ENTRIES, 'by-sequence');

/**
 * Deletes a conversation with everything that belongs to it, and leaves a receipt. Interrupted at any point, the next
 * call finishes the work: the conversation itself goes last. To be called in the turn queue of the conversation.
 *
 * @returns the receipt, or undefined when there is no such conversation
 */
export async function deleteConversation(
  conversationId: string,
  reason: DeletionReceipt['reason'],
  { store, clock, belongings: others }: DeletionDependencies,
): Promise<DeletionReceipt | undefined> {
  const conversation = await store.get(CONVERSATIONS, conversationId);
  if (!conversation) return undefined;
  const begun: DeletionReceipt = {
    recordClass: 'chatbot conversation',
    reason: conversation.body.beingDeleted ?? reason,
    lastMessageAt: conversation.body.lastMessageAt,
    entries: await countEntries(store, conversationId),
    state: 'deleting',
    deletedAt: clock.now().toISOString(),
  };
  const id = await receiptFor(conversationId, conversation.body, store);
  // First of all due, with its reason: whatever happens from here on, the next sweep finds it and goes on.
  const { version, body } = conversation;
  await store.replace(CONVERSATIONS, conversationId, version, {
    ...body,
    expiresAt: begun.deletedAt,
    beingDeleted: begun.reason,
  });
  await store.insert(DELETION_RECEIPTS, id, begun);

  await deleteEntries(store, conversationId);
  for (const deleteBelongings of others) await deleteBelongings(store, conversationId);

  const receipt = await store.get(DELETION_RECEIPTS, id);
  const deleted: DeletionReceipt = {
    ...(receipt?.body ?? begun),
    state: 'deleted',
    deletedAt: clock.now().toISOString(),
  };
  await store.replace(DELETION_RECEIPTS, id, receipt?.version ?? 1, deleted);
  await store.delete(CONVERSATIONS, conversationId);
  return deleted;
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

/** Sequences have no gaps and entries are deleted from the first on, so the last one tells the count. */
async function countEntries(store: DocumentStore, conversationId: string): Promise<number> {
  const query = { index: 'by-sequence', equals: { conversationId }, order: 'descending', limit: 1 } as const;
  return (await store.find(ENTRIES, query))[0]?.body.sequence ?? 0;
}
