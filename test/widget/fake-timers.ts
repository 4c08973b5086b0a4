import type { Timers } from '../../src/web/widget/chat/timers';

/** Time that passes only when a test says so. */
export class FakeTimers implements Timers {
  private time = Date.UTC(2026, 10, 24, 10, 30);
  private waiting: { readonly at: number; readonly action: () => void }[] = [];

  now(): number {
    return this.time;
  }

  after(ms: number, action: () => void): () => void {
    const timer = { at: this.time + ms, action };
    this.waiting.push(timer);
    return () => (this.waiting = this.waiting.filter((other) => other !== timer));
  }

  /** Lets time pass, running what is due in order, each with all that follows from it. */
  async pass(ms: number): Promise<void> {
    const end = this.time + ms;
    for (;;) {
      const next = this.waiting.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
      if (!next) break;
      this.waiting = this.waiting.filter((timer) => timer !== next);
      this.time = next.at;
      next.action();
      await settled();
    }
    this.time = end;
    await settled();
  }
}

/** When all that was begun has come to rest. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
