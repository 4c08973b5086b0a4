import { createHash } from 'node:crypto';

import type { Collection } from '../shared/document-store';

/** Proof that a conversation was deleted. It holds nothing that was said and nothing about a person. */
export interface DeletionReceipt {
  readonly recordClass: 'chatbot conversation';
  /**
   * `due`: its time was over; `asked`: the tenant wanted it; `erasure`: a request for erasure was granted; `restored`: it
   * had been deleted before, and came back with a backup.
   */
  readonly reason: 'due' | 'asked' | 'erasure' | 'restored';
  readonly lastMessageAt: string;
  readonly entries: number;
  /** Until everything is gone it is `deleting`: a sweep that was interrupted goes on from there. */
  readonly state: 'deleting' | 'deleted';
  readonly deletedAt: string;
}

/** Keyed by a hash of the conversation id, so that one who has the id can find its receipt and nobody can go back. */
export const DELETION_RECEIPTS: Collection<DeletionReceipt> = {
  name: 'deletion-receipts',
  indexes: [{ name: 'by-time', fields: ['deletedAt'] }],
  personal: [],
};

export function receiptId(conversationId: string): string {
  return createHash('sha256').update(conversationId).digest('base64url');
}
