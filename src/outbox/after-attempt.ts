import type { Outcome } from './deliver';
import { closed, type OutboxMessage, type WaitingMessage } from './outbox-message';
import { MOST_ATTEMPTS, retryDelay } from './retry-delay';

/**
 * What becomes of a message after an attempt to send it.
 *
 * @param random from 0 up to 1
 */
export function afterAttempt(body: WaitingMessage, outcome: Outcome, now: Date, random: number): OutboxMessage {
  if (outcome.kind === 'delivered') return closed(body, 'sent', now);
  const { code } = outcome;
  if (outcome.kind === 'refused' || body.attempts >= MOST_ATTEMPTS) {
    return { ...body, state: 'stuck', dueAt: body.until, code };
  }
  const dueAt = new Date(now.getTime() + retryDelay(body.attempts, random)).toISOString();
  return { ...body, state: 'queued', dueAt, code };
}
