import type { Case, ToDo } from './case';
import { done } from './case-changes';
import type { Cases } from './cases';

/** Does one thing that is to be done about a case. Done again, it must change nothing. */
export type DoIt = (one: Case) => Promise<void>;

/** Cases of one look; more are looked at when these are done. */
const BATCH = 50;

/**
 * Does what cases leave to be done outside of them, at least once each, however often this process dies in between.
 *
 * @throws the first failure, after what could be done for the other cases is done
 */
export async function doCaseWork(cases: Cases, ways: Readonly<Record<ToDo['what'], DoIt>>, now: Date): Promise<void> {
  for (;;) {
    const due = await cases.withToDo(now, BATCH);
    const failures: unknown[] = [];
    for (const one of due)
      await doOne(one, cases, ways, now.toISOString()).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
    if (due.length < BATCH) return;
  }
}

async function doOne(
  { reference, toDo }: Case,
  cases: Cases,
  ways: Readonly<Record<ToDo['what'], DoIt>>,
  now: string,
): Promise<void> {
  for (const item of toDo.filter(({ at }) => at <= now)) {
    // Read again: what was done before may have changed what this one says.
    const one = await cases.byReference(reference);
    if (!one) return;
    await ways[item.what](one);
    await cases.change(reference, done(item));
  }
}
