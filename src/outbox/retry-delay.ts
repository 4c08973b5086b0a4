/** Milliseconds after the first attempt that failed. */
const FIRST = 10_000;
const LONGEST = 3_600_000;

/** Share of the delay that is left to chance, so that what failed together does not come back together. */
const JITTER = 0.2;

/**
 * Attempts before somebody has to look at it: with the delays here four to five days, as long as mail servers keep
 * trying (RFC 5321, section 4.5.4.1).
 */
export const MOST_ATTEMPTS = 120;

/**
 * Milliseconds from a failed attempt to the next one: twice as long each time, up to an hour.
 *
 * @param attempts how many have failed, from 1
 * @param random from 0 up to 1
 */
export function retryDelay(attempts: number, random: number): number {
  const delay = Math.min(FIRST * 2 ** (attempts - 1), LONGEST);
  return Math.round(delay * (1 - JITTER + 2 * JITTER * random));
}
