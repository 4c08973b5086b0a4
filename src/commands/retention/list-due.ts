import type { DueItem } from '../../retention/due-item';
import { dueItems } from '../../retention/due-items';
import { judge, type Judging } from '../../retention/judge';
import type { Protection } from '../../retention/protection';
import type { Schedule } from '../../retention/schedule';
import { londonDay } from '../../shared/london-day';

/**
 * What a sweep would do now: a line for each thing, with tabs between what would become of it, its class, its id, the day
 * from which it is due, and why, or what keeps it. No words and no addresses.
 */
export async function* listDue(judging: Judging, schedule: Schedule, now: Date): AsyncGenerator<string, undefined> {
  for await (const page of dueItems(judging.store, schedule, now)) {
    for (const item of page) yield `${lineOf(item, await judge(item, judging, now), schedule)}\n`;
  }
}

function lineOf(item: DueItem, protection: Protection | undefined, { timed }: Schedule): string {
  const { recordClass, reason, dueAt } = item;
  const what = protection?.kind ?? timed[recordClass].then;
  const why = protection ? (protection.kind === 'held' ? protection.hold : protection.reference) : reason;
  return [what, recordClass, nameOf(item), londonDay(dueAt), why].join('\t');
}

/** A case is known by its reference; the rest by the id of its document. */
const nameOf = (item: DueItem): string => (item.kind === 'case' ? item.body.reference : item.id);
