import type { DocumentStore } from '../shared/document-store';
import { CONVERSATIONS } from '../transcript/conversation';
import { deleteConversation, markForDeletion } from '../transcript/delete-conversation';
import type { DeletionReceipt } from '../transcript/deletion-receipt';
import { judge } from './judge';
import type { Protection } from './protection';
import { recorder, type Removal } from './remove-item';
import { judgingNow } from './sweep';

export type Asked =
  | { readonly kind: 'deleted'; readonly receipt: DeletionReceipt }
  /** Nobody can read it any more; it is deleted when nothing keeps it. */
  | { readonly kind: 'kept'; readonly by: Protection };

/**
 * Deletes a conversation because the tenant wants it. What a hold or a freeze keeps is hidden at once, and deleted by a
 * sweep later. To be called in the turn queue of the conversation.
 *
 * @returns undefined when there is no such conversation
 */
export async function deleteAsked(id: string, removal: Removal): Promise<Asked | undefined> {
  const { store, clock, ledger } = removal;
  const body = await conversationIn(store, id);
  if (!body) return undefined;
  const now = clock.now();
  const item = {
    kind: 'conversation',
    recordClass: 'bot_conversation',
    id,
    body,
    reason: 'asked',
    dueAt: now,
  } as const;
  const by = await judge(item, await judgingNow(removal), now);
  if (by) {
    await markForDeletion(id, 'asked', store);
    return { kind: 'kept', by };
  }
  const receipt = await deleteConversation(id, 'asked', { ...removal, record: recorder(ledger) });
  return receipt && { kind: 'deleted', receipt };
}

async function conversationIn(store: DocumentStore, id: string) {
  const body = (await store.get(CONVERSATIONS, id))?.body;
  return body?.beingDeleted ? undefined : body;
}
