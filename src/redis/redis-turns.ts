import type { TurnQueue } from '../shared/turn-queue';
import { underLease } from '../shared/turn-lease';
import type { Turns } from '../shared/turns';
import type { RedisLeases } from './redis-leases';

/**
 * Turns of conversations one after the other in all processes: those of one process wait in its own queue, and the first
 * of them for the lease of the conversation.
 */
export class RedisTurns implements Turns {
  /** Of this process, and cut off from the others: Redis may have forgotten them. */
  private readonly cutOffHere = new Set<string>();

  constructor(
    private readonly queue: TurnQueue,
    private readonly leases: RedisLeases,
  ) {}

  run<T>(conversationId: string, turn: () => Promise<T>): Promise<T> {
    return this.queue.run(conversationId, () => this.alone(conversationId, turn));
  }

  async cutOff(): Promise<readonly string[]> {
    return [...new Set([...this.cutOffHere, ...(await this.leases.leftBehind())])];
  }

  drain(): Promise<void> {
    return this.queue.drain();
  }

  private async alone<T>(conversationId: string, turn: () => Promise<T>): Promise<T> {
    const lease = await this.leases.takeTurn(conversationId);
    let isDone = false;
    try {
      const result = await underLease(lease, turn);
      isDone = true;
      return result;
    } finally {
      if (isDone) this.cutOffHere.delete(conversationId);
      else if (!lease.isHeld()) this.cutOffHere.add(conversationId);
      await this.leases.giveBack(lease, isDone);
    }
  }
}
