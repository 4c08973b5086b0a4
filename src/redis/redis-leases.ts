import { AppError } from '../shared/app-error';
import { randomId } from '../shared/ids';
import type { Lease } from '../shared/turn-lease';
import { defineLeaseCommands } from './lease-scripts';
import type { RedisConnection } from './redis-connection';

export interface LeaseTimes {
  /** Milliseconds after which the lease of a process that died is free. */
  readonly leaseMs: number;
  /** Milliseconds between two renewals. */
  readonly renewMs: number;
  /** Milliseconds that a turn waits for the turn of another process. */
  readonly patienceMs: number;
}

export const LEASE_TIMES: LeaseTimes = { leaseMs: 8000, renewMs: 2000, patienceMs: 25_000 };

/** Milliseconds before its end in Redis from which on a lease counts as over here. */
const MARGIN = 500;
/** Milliseconds between two looks at a lease that somebody else has. */
const LOOK_EVERY = 20;
/** Milliseconds for which whoever waits is next in line; it looks again much sooner. */
const NEXT_FOR = 300;
/** Turns that are looked up at once. */
const MOST_LEFT = 100;

const TURNS = 'privacy-desk:turn:';
const NEXT = 'privacy-desk:next:';
const UNDER_WAY = 'privacy-desk:under-way';

/** A lease that this process has, as far as it knows. */
class HeldLease implements Lease {
  readonly token = randomId();
  private isOver = false;

  constructor(
    readonly key: string,
    /** Of whose turn it is, which somebody has to finish. */
    readonly conversationId: string | undefined,
    /** Of `performance.now()`, which no clock that is set can change. */
    private until: number,
  ) {}

  isHeld(): boolean {
    return !this.isOver && performance.now() < this.until;
  }

  prolong(until: number): void {
    this.until = until;
  }

  end(): void {
    this.isOver = true;
  }
}

/**
 * Leases in Redis. One is over when it was not renewed in time, and at once when the connection is lost: Redis may come
 * back with an empty memory, and give it to somebody else.
 */
export class RedisLeases {
  private readonly process = randomId();
  private readonly held = new Set<HeldLease>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly redis: RedisConnection,
    private readonly times: LeaseTimes,
  ) {
    defineLeaseCommands(redis.commands);
    redis.onDown(() => this.held.forEach((lease) => lease.end()));
    this.timer = setInterval(() => void this.renewAll(), times.renewMs).unref();
  }

  /**
   * Takes the lease of a turn, when whoever has it gives it back or dies. Of several that wait, none is left out for long.
   *
   * @throws AppError `coordination_unavailable` without Redis, `queue_full` when that takes too long
   */
  async takeTurn(conversationId: string): Promise<HeldLease> {
    const end = performance.now() + this.times.patienceMs;
    for (;;) {
      const lease = await this.tryTake(TURNS + conversationId, conversationId);
      if (lease) return lease;
      if (performance.now() > end) throw new AppError('queue_full', 'another process is at a turn of the conversation');
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    }
  }

  /** @param isDone whether nobody has to finish what was under way */
  async giveBack(lease: HeldLease, isDone: boolean): Promise<void> {
    this.held.delete(lease);
    lease.end();
    const done = isDone ? (lease.conversationId ?? '') : '';
    // Where this fails it runs out by itself.
    await this.redis.commands.giveLeaseBack(lease.key, UNDER_WAY, lease.token, done).catch(() => undefined);
  }

  /** Turns that were begun and not done, under no lease any more. None while Redis is away. */
  async leftBehind(): Promise<readonly string[]> {
    if (!this.redis.isUp) return [];
    return this.redis.commands.leftBehind(UNDER_WAY, this.times.leaseMs / 1000, TURNS, MOST_LEFT);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async tryTake(key: string, conversationId: string | undefined): Promise<HeldLease | undefined> {
    const { leaseMs } = this.times;
    // From before it was asked for, so that it never counts here for longer than there.
    const lease = new HeldLease(key, conversationId, performance.now() + leaseMs - MARGIN);
    this.held.add(lease);
    const isTaken = await this.redis.commands
      .takeLease(
        key,
        NEXT + key,
        UNDER_WAY,
        lease.token,
        this.process,
        leaseMs,
        conversationId === undefined ? 0 : NEXT_FOR,
        conversationId ?? '',
      )
      .catch(() => {
        this.held.delete(lease);
        throw new AppError('coordination_unavailable', 'Redis does not answer');
      });
    if (isTaken === 1 && lease.isHeld()) return lease;
    this.held.delete(lease);
    return undefined;
  }

  private async renewAll(): Promise<void> {
    // One that is over here must not keep others waiting.
    await Promise.all([...this.held].filter((lease) => lease.isHeld()).map((lease) => this.renew(lease)));
  }

  private async renew(lease: HeldLease): Promise<void> {
    const until = performance.now() + this.times.leaseMs - MARGIN;
    const outcome = await this.redis.commands
      .renewLease(lease.key, lease.token, this.times.leaseMs)
      // Not known: it counts until the time that is known.
      .catch(() => undefined);
    if (outcome === 1) lease.prolong(until);
    if (outcome === 0) lease.end();
  }
}
