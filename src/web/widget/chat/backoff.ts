const SHORTEST = 1000;
const LONGEST = 30_000;

/**
 * Milliseconds to wait before the next try: twice as long each time, from 1 to 30 seconds. Up to half of it is left to
 * chance, so that after an outage not everybody comes back in the same moment.
 *
 * @param failures tries that have failed in a row, 0 when the connection was just lost
 * @param chance from 0 to 1
 */
export function waitBeforeRetry(failures: number, chance: number): number {
  const longest = Math.min(LONGEST, SHORTEST * 2 ** failures);
  return Math.round(Math.max(SHORTEST, longest * (1 - chance / 2)));
}
