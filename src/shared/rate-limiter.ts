/** How often something may be done. */
export interface RateLimit {
  /** What is counted; limits of different names do not count together. */
  readonly name: string;
  /** How often within the time. */
  readonly points: number;
  readonly seconds: number;
}

/** Counts how often something is done, by whom, and says when that is too often. */
export interface RateLimiter {
  /** @returns `waitMs` when it may not be done: the milliseconds after which it may */
  take(who: string): Promise<'taken' | { readonly waitMs: number }>;
}

export type MakeRateLimiter = (limit: RateLimit) => RateLimiter;
