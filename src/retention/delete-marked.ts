import { conversationsMarked } from './due-conversations';
import { lostHolds } from './holds';
import { judge } from './judge';
import { removeItem } from './remove-item';
import { stillDue } from './still-due';
import { judgingNow, type SweepDependencies } from './sweep';

/**
 * Deletes the conversations whose deletion was decided and that nothing keeps, without waiting for the next sweep. One
 * that cannot be deleted keeps no other from it: the sweep tries again, and tells.
 *
 * @returns their ids
 */
export async function deleteMarked(deps: Omit<SweepDependencies, 'cases'>): Promise<readonly string[]> {
  const { store, clock, schedule, inTurn, logger } = deps;
  const deleted: string[] = [];
  // While a hold is missing, nobody knows what it keeps: the sweep says so.
  if ((await lostHolds(store)).length > 0) return deleted;
  for await (const page of conversationsMarked(store)) {
    for (const item of page) {
      const remove = async (): Promise<void> => {
        const now = clock.now();
        const current = await stillDue(item, store, schedule, now);
        if (!current || (await judge(current, await judgingNow(deps), now))) return;
        await removeItem(current, deps);
        deleted.push(item.id);
      };
      await inTurn(item.id, remove).catch((error: unknown) => {
        logger.error('a conversation could not be deleted', error, { recordClass: item.recordClass });
      });
    }
  }
  return deleted;
}
