import type { DocumentStore } from '../shared/document-store';
import { OUTBOX, type OutboxMessage } from './outbox-message';

export interface OutboxStatus {
  /** Messages that are still tried. */
  readonly waiting: number;
  /** Messages that wait for a person. */
  readonly stuck: number;
  /** Age in seconds of the oldest that is still tried; null when there is none. */
  readonly oldestSeconds: number | null;
}

/** Where counting ends: more than that is not a number that anybody needs to know exactly. */
const MOST = 1000;

/** How the outbox stands, without anything personal. Counts end at a thousand of each state. */
export async function outboxStatus(store: Pick<DocumentStore, 'find'>, now: Date): Promise<OutboxStatus> {
  const addedAt = async (state: OutboxMessage['state']): Promise<string[]> => {
    const found = await store.find(OUTBOX, { index: 'by-state', equals: { state }, limit: MOST });
    return found.map(({ body }) => body.addedAt);
  };
  const waiting = [...(await addedAt('queued')), ...(await addedAt('sending'))].sort();
  const stuck = await addedAt('stuck');
  const oldest = waiting[0];
  return {
    waiting: waiting.length,
    stuck: stuck.length,
    oldestSeconds: oldest === undefined ? null : Math.floor((now.getTime() - Date.parse(oldest)) / 1000),
  };
}
