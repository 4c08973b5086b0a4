import type { SweepOutcome } from './retention/sweep';
import type { Logger } from './shared/logger';

const HOUR = 3_600_000;

/** Milliseconds to wait for another process that sweeps, at least. */
const PATIENCE = 1000;

/** Runs the sweep at the start and every hour, never two at once. */
export class SweepSchedule {
  private timer: NodeJS.Timeout | undefined;
  private again: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private hasBrokenOff = false;

  constructor(
    private readonly runSweep: () => Promise<SweepOutcome>,
    private readonly logger: Logger,
  ) {}

  start(): void {
    void this.run();
    this.timer = setInterval(() => void this.run(), HOUR).unref();
  }

  /** Waits for a sweep under way. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    clearTimeout(this.again);
    await this.running;
  }

  /** Sweeps now, or waits for the sweep that is under way. Never rejects: a failure is logged, and shows in `status`. */
  run(): Promise<void> {
    this.running ??= this.once().finally(() => (this.running = undefined));
    return this.running;
  }

  /** Whether the last sweep of this process broke off. */
  get status(): { readonly sweepBrokeOff: boolean } {
    return { sweepBrokeOff: this.hasBrokenOff };
  }

  private async once(): Promise<void> {
    try {
      const outcome = await this.runSweep();
      this.hasBrokenOff = false;
      if (outcome.kind === 'busy') this.tryAgainAt(outcome.until);
    } catch (error) {
      this.hasBrokenOff = true;
      this.logger.error('sweep broke off', error);
    }
  }

  /** The other process may have died with its lease: then nobody sweeps until it runs out. */
  private tryAgainAt(until: Date): void {
    this.logger.info('sweep left to another process');
    clearTimeout(this.again);
    this.again = setTimeout(() => void this.run(), Math.max(PATIENCE, until.getTime() - Date.now())).unref();
  }
}
