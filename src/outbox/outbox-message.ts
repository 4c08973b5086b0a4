import type { Collection } from '../shared/document-store';

/** Plain text to one person or mailbox. */
export interface Mail {
  readonly kind: 'mail';
  /** One address, such as jo@example.org. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Something that another system is told. */
export interface Webhook {
  readonly kind: 'webhook';
  /** Sent as JSON. */
  readonly payload: Readonly<Record<string, unknown>>;
}

export type Message = Mail | Webhook;

/** A message on its way out, and how far it has come. It stays when it is sent, so that it cannot be added again. */
export type OutboxMessage = WaitingMessage | StuckMessage | ClosedMessage;

/** One that is not out of our hands. */
export type OpenMessage = WaitingMessage | StuckMessage;

export interface WaitingMessage extends Progress {
  /** Waits for an attempt, or is leased to a sender. */
  readonly state: 'queued' | 'sending';
  /** ISO time of the next attempt, or of the end of the lease: if its sender dies, anybody may take the message then. */
  readonly dueAt: string;
  readonly message: Message;
  /** Why the last attempt failed, if any did. */
  readonly code?: string;
}

/** Given up for now: a person has to look at it. */
export interface StuckMessage extends Progress {
  readonly state: 'stuck';
  /** The time to drop it, where it is of use until some time only. */
  readonly dueAt?: string | undefined;
  readonly message: Message;
  readonly code: string;
}

/** Sent, or dropped because it was too late for it or a person decided so. Address and words are gone. */
export interface ClosedMessage extends Progress {
  readonly state: 'sent' | 'dropped';
  /** ISO time */
  readonly closedAt: string;
  readonly message: Pick<Message, 'kind'>;
}

interface Progress {
  /** ISO time */
  readonly addedAt: string;
  /** Attempts so far, one under way included; from 0 again when a person had it tried again. */
  readonly attempts: number;
  /** ISO time after which it is of no use any more, and dropped. */
  readonly until?: string | undefined;
  /** The reference of the case that it is about: it goes with the case. */
  readonly about?: string | undefined;
}

/** Keyed by a keyed hash of what the caller calls the message. */
export const OUTBOX: Collection<OutboxMessage & { readonly dueAt?: string | undefined }> = {
  name: 'outbox',
  indexes: [
    { name: 'by-due', fields: ['dueAt'] },
    { name: 'by-state', fields: ['state', 'addedAt'] },
    { name: 'by-case', fields: ['about', 'addedAt'] },
    { name: 'by-time', fields: ['addedAt'] },
  ],
  personal: ['message', 'about'],
};

export const isOpen = (message: OutboxMessage): message is OpenMessage =>
  message.state !== 'sent' && message.state !== 'dropped';

/** What is kept of a message that is out of our hands. */
export function closed(
  { addedAt, attempts, message, about }: OpenMessage,
  state: ClosedMessage['state'],
  now: Date,
): ClosedMessage {
  return {
    state,
    addedAt,
    attempts,
    ...(about !== undefined && { about }),
    closedAt: now.toISOString(),
    message: { kind: message.kind },
  };
}
