import type { Collection } from '../shared/document-store';

import type { DeletionReceipt } from './deletion-receipt';

/** One chat, from its start to its deletion. What was said in it is in the entries. */
export interface Conversation {
  /** The Bot Framework channel on which it takes place, for example "directline". */
  readonly channel: string;
  /** The account of the tenant on that channel; says nothing about who they are. */
  readonly userId: string;
  readonly startedAt: string;
  /** Of what was said with the assistant; what was said with staff counts by itself: see staff-part.ts. */
  readonly lastMessageAt: string;
  /** Set when the tenant ended the chat. Nothing can be added then. */
  readonly endedAt?: string;
  /**
   * Set when its deletion was decided, with the reason: nothing can be read or added then. A hold or a freeze may keep it
   * in the database for a while.
   */
  readonly beingDeleted?: DeletionReceipt['reason'];
}

/** Keyed by conversation id. Only our own sweep deletes them, with all that belongs to them, and leaves a receipt. */
export const CONVERSATIONS: Collection<Conversation> = {
  name: 'conversations',
  indexes: [
    { name: 'by-last-message', fields: ['lastMessageAt'] },
    { name: 'by-deletion', fields: ['beingDeleted', 'lastMessageAt'] },
  ],
  personal: ['userId'],
};
