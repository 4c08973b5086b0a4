import type { DocumentStore } from '../shared/document-store';
import { closed, isOpen, OUTBOX, type OpenMessage, type OutboxMessage } from './outbox-message';

type Store = Pick<DocumentStore, 'get' | 'replace'>;

/** `not_now`: it was sent or dropped already, or is being sent at this moment. */
export type Mended = 'done' | 'unknown' | 'not_now';

/** Has a message tried again at once, and as often as a new one. */
export function retryMessage(store: Store, id: string, now: Date): Promise<Mended> {
  return mend(store, id, (body) => ({ ...body, state: 'queued', dueAt: now.toISOString(), attempts: 0 }));
}

/** Gives a message up for good, and removes its address and words. */
export function dropMessage(store: Store, id: string, now: Date): Promise<Mended> {
  return mend(store, id, (body) => closed(body, 'dropped', now));
}

async function mend(store: Store, id: string, change: (body: OpenMessage) => OutboxMessage): Promise<Mended> {
  const known = await store.get(OUTBOX, id);
  if (!known) return 'unknown';
  const { body, version } = known;
  if (!isOpen(body) || body.state === 'sending') return 'not_now';
  return (await store.replace(OUTBOX, id, version, change(body))) === 'replaced' ? 'done' : 'not_now';
}
