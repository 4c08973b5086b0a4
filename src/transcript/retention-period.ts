import { DateTime } from 'luxon';

/**
 * How long a chat with the assistant is kept after its last message. Promised by the notice in "How long do we keep
 * your information?": "chatbot and virtual agent interactions for 2 years".
 */
export const RETENTION_PERIOD = { years: 2 } as const;

/**
 * When a chat has to be gone: the same time of day two calendar years after its last message, in Europe/London. A
 * message of 29 February is kept until 28 February, so that no chat is kept for longer than promised.
 */
export function expiryOf(lastMessageAt: Date): Date {
  return DateTime.fromJSDate(lastMessageAt, { zone: 'Europe/London' }).plus(RETENTION_PERIOD).toJSDate();
}
