import type { Collection } from '../shared/document-store';
import type { TimedClass } from './schedule';

/** The sweep of retention: who does it now, and how the last one went. There is one such document. */
export interface SweepRun {
  /** Counts up with every taker: whoever has a lower one has lost the lease. */
  readonly fence: number;
  /** Missing when nobody sweeps. */
  readonly holder?: string;
  /** ISO time after which anybody may take the lease. */
  readonly until: string;
  /** ISO time */
  readonly startedAt: string;
  /** ISO time; missing while it goes on, and where it broke off. */
  readonly finishedAt?: string;
  readonly tally: Tally;
}

/** What a sweep has done so far, by class. */
export type Tally = Readonly<Partial<Record<TimedClass, ClassTally>>>;

export interface ClassTally {
  /** Deleted or made anonymous. */
  readonly removed: number;
  readonly held: number;
  readonly frozen: number;
  /** Could not be removed this time; the next sweep tries again. */
  readonly failed: number;
}

export const NO_TALLY: ClassTally = { removed: 0, held: 0, frozen: 0, failed: 0 };

export const SWEEP_RUNS: Collection<SweepRun> = { name: 'sweep-runs', indexes: [], personal: [] };

export const SWEEP = 'sweep';

/** One more of a class. */
export function counted(tally: Tally, recordClass: TimedClass, what: keyof ClassTally): Tally {
  const before = tally[recordClass] ?? NO_TALLY;
  return { ...tally, [recordClass]: { ...before, [what]: before[what] + 1 } };
}

/** Of all classes together. */
export function total(tally: Tally): ClassTally {
  return Object.values(tally).reduce(
    (sum, one) => ({
      removed: sum.removed + one.removed,
      held: sum.held + one.held,
      frozen: sum.frozen + one.frozen,
      failed: sum.failed + one.failed,
    }),
    NO_TALLY,
  );
}
