/** Where the time comes from. Injected everywhere, so that a test can stand two years further on. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
