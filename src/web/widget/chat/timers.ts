/** Time as the chat needs it; tests give their own. */
export interface Timers {
  /** Milliseconds since 1970. */
  now(): number;
  /** @returns what takes it back */
  after(ms: number, action: () => void): () => void;
}

export const realTimers: Timers = {
  now: () => Date.now(),
  after(ms, action) {
    const id = setTimeout(action, ms);
    return () => clearTimeout(id);
  },
};
