import type { DocumentStore, StoredDocument } from '../shared/document-store';
import { closed, isOpen, OUTBOX, type OutboxMessage, type WaitingMessage } from './outbox-message';

/** Milliseconds for which a message belongs to the sender that took it; longer than any attempt may take. */
const LEASE = 300_000;

/** Due messages that are looked at together: when somebody else takes the first, there is a next one. */
const BATCH = 10;

/** A message that belongs to one sender until its lease runs out. */
export interface Leased {
  readonly id: string;
  readonly version: number;
  readonly body: WaitingMessage;
}

/**
 * Takes the message that is due for longest, in such a way that nobody else takes it, too. Those that it is too late
 * for are dropped on the way.
 *
 * @returns undefined when nothing is due
 */
export async function leaseNext(store: DocumentStore, now: Date): Promise<Leased | undefined> {
  for (;;) {
    const range = { upTo: now.toISOString() };
    const due = await store.find(OUTBOX, { index: 'by-due', range, limit: BATCH });
    if (due.length === 0) return undefined;
    for (const document of due) {
      const leased = await lease(store, document, now);
      if (leased) return leased;
    }
  }
}

async function lease(
  store: DocumentStore,
  { id, version, body }: StoredDocument<OutboxMessage>,
  now: Date,
): Promise<Leased | undefined> {
  // Those that are closed are never due.
  if (!isOpen(body)) return undefined;
  if (body.until !== undefined && body.until <= now.toISOString()) {
    await store.replace(OUTBOX, id, version, closed(body, 'dropped', now));
    return undefined;
  }
  const dueAt = new Date(now.getTime() + LEASE).toISOString();
  const leased: WaitingMessage = { ...body, state: 'sending', dueAt, attempts: body.attempts + 1 };
  const outcome = await store.replace(OUTBOX, id, version, leased);
  return outcome === 'replaced' ? { id, version: version + 1, body: leased } : undefined;
}
