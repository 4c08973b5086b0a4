import type { Case } from './case';

/**
 * What one chat raises and one case holds at most. Nobody who makes requests comes near it; without an end a machine could
 * fill the disk in one chat.
 */
export const CASE_LIMITS = {
  /** Cases of one chat. */
  cases: 20,
  /** What the person said in their own words, counted by messages. */
  statements: 50,
  /** Events on the timeline, after which answers are not changed any more; the case can still be sent and withdrawn. */
  events: 500,
} as const;

/** Whether the answers of a case have been changed as often as they may. */
export const isFull = ({ timeline }: Case): boolean => timeline.length >= CASE_LIMITS.events;
