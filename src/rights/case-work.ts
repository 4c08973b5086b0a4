import type { Case, ToDo } from './case';
import { done } from './case-changes';
import type { Cases } from './cases';

/** Does one thing that is to be done about a case. Done again, it must change nothing. */
export type DoIt = (one: Case, item: ToDo) => Promise<void>;

/** Cases of one look; more are looked at when these are done. */
const BATCH = 50;

/**
 * Does what cases leave to be done outside of them, at least once each, however often this process dies in between. What
 * fails is left for the next time, and holds up no other case.
 *
 * @throws the first failure, when all else is done
 */
export async function doCaseWork(cases: Cases, ways: Readonly<Record<ToDo['what'], DoIt>>, now: Date): Promise<void> {
  const failures = new Map<string, Error>();
  for (;;) {
    // Those that have failed come first again.
    const due = await cases.withToDo(now, BATCH + failures.size);
    const next = due.filter(({ reference }) => !failures.has(reference));
    for (const one of next) {
      await doOne(one, cases, ways, now.toISOString()).catch((error: unknown) =>
        failures.set(one.reference, asError(error)),
      );
    }
    if (next.length < BATCH) break;
  }
  const [failure] = failures.values();
  if (failure !== undefined) throw failure;
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
    await ways[item.what](one, item);
    await cases.change(reference, done(item));
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
