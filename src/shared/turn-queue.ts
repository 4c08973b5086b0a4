import { AppError } from './app-error';

export interface TurnQueueLimits {
  /** Turns of one conversation that may wait. */
  readonly length: number;
}

/**
 * Runs the turns of a conversation one after the other, whatever starts them: a message, a member of staff, a timer, a
 * deletion. Two turns at once would read the same state and the second would undo the first. Different conversations
 * do not wait for each other.
 *
 * Never call `run` from inside a turn of the same conversation: it would wait for itself.
 */
export class TurnQueue {
  private readonly tails = new Map<string, { readonly last: Promise<unknown>; readonly length: number }>();

  constructor(private readonly limits: TurnQueueLimits) {}

  /** @throws AppError `queue_full` when too many turns of this conversation are waiting */
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

  /** Resolves when every turn that has been asked for is over. */
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
