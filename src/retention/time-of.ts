import { keptUntil, latestBegin } from './kept-until';
import type { Schedule, TimedClass } from './schedule';

/** How the time of a class runs, seen from now. */
export function timeOf({ timed }: Schedule, recordClass: TimedClass, now: Date) {
  const { period } = timed[recordClass];
  const ends = (from: string): Date => keptUntil(new Date(from), period);
  return {
    /** ISO time: what began later is not over yet. */
    upTo: latestBegin(now, period).toISOString(),
    ends,
    isOver: (from: string): boolean => ends(from) <= now,
  };
}
