import type { Collection } from '../shared/document-store';

import type { DeletionReceipt } from './deletion-receipt';

/** One chat, from its start to its deletion. What was said in it is in the entries. */
export interface Conversation {
  /** The Bot Framework channel on which it takes place, for example "directline". */
  readonly channel: string;
  /** The account of the tenant on that channel; says nothing about who they are. */
  readonly userId: string;
  readonly startedAt: string;
  readonly lastMessageAt: string;
  /** When it has to be gone; see retention-period.ts. */
  readonly expiresAt: string;
  /** Set when the tenant ended the chat. Nothing can be added then. */
  readonly endedAt?: string;
  /** Set when its deletion has begun, with the reason: nothing can be read or added then. */
  readonly beingDeleted?: DeletionReceipt['reason'];
}

/** Keyed by conversation id. Only our own sweep deletes them, with all that belongs to them, and leaves a receipt. */
export const CONVERSATIONS: Collection<Conversation> = {
  name: 'conversations',
  indexes: [{ name: 'by-expiry', fields: ['expiresAt'] }],
  personal: ['userId'],
};
