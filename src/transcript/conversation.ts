import type { Collection } from '../shared/document-store';

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
}

/** Keyed by conversation id. */
export const CONVERSATIONS: Collection<Conversation> = {
  name: 'conversations',
  indexes: [{ name: 'by-expiry', fields: ['expiresAt'] }],
  expiry: 'expiresAt',
};
