import { judge } from '../retention/judge';
import type { Protection } from '../retention/protection';
import type { Schedule } from '../retention/schedule';
import { judgingNow } from '../retention/sweep';
import type { Clock } from '../shared/clock';
import type { DocumentStore } from '../shared/document-store';
import { CONVERSATIONS } from '../transcript/conversation';
import { markForDeletion } from '../transcript/delete-conversation';

export interface EraseDependencies {
  readonly store: Omit<DocumentStore, 'delete'>;
  readonly clock: Clock;
  readonly schedule: Schedule;
  readonly lookupKey: string;
}

/** What became of a chat; `toErase` only tells what would. */
export interface Erasing {
  readonly id: string;
  /** A hold or an open request: it stays as it is, since they come before an erasure. */
  readonly keptBy?: Protection;
}

/** Which chats can be erased now, and what keeps the others. */
export async function toErase(ids: readonly string[], deps: EraseDependencies): Promise<readonly Erasing[]> {
  const { store, clock } = deps;
  const judging = await judgingNow(deps);
  const found: Erasing[] = [];
  for (const id of ids) {
    const body = (await store.get(CONVERSATIONS, id))?.body;
    if (!body) continue;
    const now = clock.now();
    const item = {
      kind: 'conversation',
      recordClass: 'bot_conversation',
      reason: 'erasure',
      id,
      body,
      dueAt: now,
    } as const;
    const keptBy = await judge(item, judging, now);
    found.push({ id, ...(keptBy && { keptBy }) });
  }
  return found;
}

/**
 * Has chats erased that nothing keeps. From now on nobody can read them or add to them, also where one is open; whoever
 * orders their turns deletes them at once, with all that belongs to them and a receipt.
 */
export async function eraseChats(ids: readonly string[], deps: EraseDependencies): Promise<readonly Erasing[]> {
  const erasing = await toErase(ids, deps);
  for (const { id, keptBy } of erasing) if (!keptBy) await markForDeletion(id, 'erasure', deps.store);
  return erasing;
}
