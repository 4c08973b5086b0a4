import type { Case } from './case';
import { repeating } from './case-changes';
import type { Cases } from './cases';

/** Cases of one contact that are looked through. */
const MOST = 100;

/**
 * Links a case to the first open one of the same contact about the same matter. Both stay, and the first date stands: a
 * person decides whether they are the same request, and none is refused for having been made before.
 */
export async function linkRepeat(one: Case, cases: Cases): Promise<void> {
  if (one.contactKey === undefined) return;
  const known = await cases.ofContact(one.contactKey, MOST);
  const first = known.filter((other) => isEarlierOpen(other, one)).at(-1);
  if (first) await cases.change(one.reference, repeating(first.reference));
}

function isEarlierOpen(other: Case, one: Case): boolean {
  return (
    other.reference !== one.reference &&
    other.family !== one.family &&
    other.matter === one.matter &&
    other.state.name === 'sent' &&
    other.receivedAt <= one.receivedAt
  );
}
