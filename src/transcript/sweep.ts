import type { Logger } from '../shared/logger';
import { CONVERSATIONS } from './conversation';
import { deleteConversation, type DeletionDependencies } from './delete-conversation';
import { ENTRIES } from './entry';
import { expiryOf } from './retention-period';

export interface SweepDependencies extends DeletionDependencies {
  readonly logger: Logger;
  /** Runs the work when no turn of the conversation is under way. */
  readonly inTurn: <T>(conversationId: string, work: () => Promise<T>) => Promise<T>;
}

export interface SweepResult {
  readonly conversations: number;
  readonly entries: number;
  /** Conversations that could not be deleted this time. They stay due, and the next sweep tries again. */
  readonly failed: number;
}

const BATCH = 50;

/**
 * Deletes every conversation whose time has come, in small batches, oldest first. May be interrupted at any point. One
 * that cannot be deleted does not keep the others from it.
 */
export async function sweep(dependencies: SweepDependencies): Promise<SweepResult> {
  const { store, clock, inTurn, logger } = dependencies;
  const due = clock.now();
  const failed = new Set<string>();
  let conversations = 0;
  let entries = 0;
  for (;;) {
    const query = { index: 'by-expiry', range: { upTo: due.toISOString() }, limit: BATCH + failed.size };
    const batch = (await store.find(CONVERSATIONS, query)).filter(({ id }) => !failed.has(id));
    for (const { id } of batch) {
      try {
        const receipt = await inTurn(id, () => deleteIfDue(id, due, dependencies));
        conversations += receipt ? 1 : 0;
        entries += receipt?.entries ?? 0;
      } catch (error) {
        failed.add(id);
        logger.error('conversation is due but could not be deleted', error);
      }
    }
    if (batch.length < BATCH) return { conversations, entries, failed: failed.size };
  }
}

/** Looks again, inside the turn: a message may have come, or its entry may have been stored without the new expiry. */
async function deleteIfDue(id: string, due: Date, dependencies: DeletionDependencies) {
  const { store } = dependencies;
  const conversation = await store.get(CONVERSATIONS, id);
  if (!conversation) return undefined;
  if (conversation.body.beingDeleted) return deleteConversation(id, conversation.body.beingDeleted, dependencies);
  const query = { index: 'by-sequence', equals: { conversationId: id }, order: 'descending', limit: 1 } as const;
  const lastMessageAt = (await store.find(ENTRIES, query))[0]?.body.at ?? conversation.body.lastMessageAt;
  const expiry = expiryOf(new Date(lastMessageAt));
  if (expiry <= due) return deleteConversation(id, 'due', dependencies);

  const expiresAt = expiry.toISOString();
  await store.replace(CONVERSATIONS, id, conversation.version, { ...conversation.body, lastMessageAt, expiresAt });
  return undefined;
}
