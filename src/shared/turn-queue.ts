import { AppError } from './app-error';
import type { Turns } from './turns';

export interface TurnQueueLimits {
  /** Turns of one conversation that may wait. */
  readonly length: number;
}

/** Turns in the order in which they were asked for, in this process. Nobody finishes what is cut off with it. */
export class TurnQueue implements Turns {
  private readonly tails = new Map<string, { readonly last: Promise<unknown>; readonly length: number }>();

  constructor(private readonly limits: TurnQueueLimits) {}

  run<T>(conversationId: string, turn: () => Promise<T>): Promise<T> {
    const tail = this.tails.get(conversationId);
    const length = (tail?.length ?? 0) + 1;
    if (length > this.limits.length) {
      return Promise.reject(new AppError('queue_full', `more than ${this.limits.length} turns are waiting`));
    }
    const result = (tail?.last ?? Promise.resolve()).then(turn);
    // The next turn starts also when this one failed; its caller hears of the failure by `result`.
    const last = result.catch(() => undefined).then(() => this.leave(conversationId));
    this.tails.set(conversationId, { last, length });
    return result;
  }

  cutOff(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }

  async drain(): Promise<void> {
    while (this.tails.size > 0) await Promise.all([...this.tails.values()].map(({ last }) => last));
  }

  private leave(conversationId: string): void {
    const tail = this.tails.get(conversationId);
    if (!tail) return;
    if (tail.length === 1) this.tails.delete(conversationId);
    else this.tails.set(conversationId, { ...tail, length: tail.length - 1 });
  }
}
