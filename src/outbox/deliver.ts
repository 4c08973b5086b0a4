import type { Message } from './outbox-message';

/** What came of one attempt. Codes say what happened and hold nothing of the message, such as `smtp_550`. */
export type Outcome =
  | { readonly kind: 'delivered' }
  /** Will not be taken, however often it is sent. */
  | { readonly kind: 'refused'; readonly code: string }
  /** May be taken another time. */
  | { readonly kind: 'failed'; readonly code: string };

export interface Outgoing<M extends Message> {
  /** The same in every attempt; receivers know by it what they have already. Letters and digits. */
  readonly id: string;
  readonly addedAt: Date;
  readonly message: M;
}

/**
 * Takes a message out of the house. Must end soon after the signal, one way or the other.
 *
 * @throws Error when it did not work and may work another time; its text is not used
 */
export type Deliver<M extends Message> = (outgoing: Outgoing<M>, signal: AbortSignal) => Promise<Outcome>;

/** One way out for each kind of message. */
export type Deliveries = { readonly [Kind in Message['kind']]: Deliver<Extract<Message, { readonly kind: Kind }>> };
