import type { Clock } from './shared/clock';
import type { Logger } from './shared/logger';
import type { SweepResult } from './transcript/sweep';

const HOUR = 3_600_000;

/** Runs the sweep at the start and every hour, never two at once, and remembers how the last one of this process went. */
export class SweepSchedule {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private last: { readonly at: Date; readonly failed: number } | undefined;

  constructor(
    private readonly runSweep: () => Promise<{ readonly result: SweepResult } | 'busy'>,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  start(): void {
    void this.run();
    this.timer = setInterval(() => void this.run(), HOUR).unref();
  }

  /** Waits for a sweep under way. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Sweeps now, or waits for the sweep that is under way. Never rejects: a failure is logged, and shows in `status`. */
  run(): Promise<void> {
    this.running ??= this.once().finally(() => (this.running = undefined));
    return this.running;
  }

  /** When the last sweep was, as ISO time, and how many conversations it could not delete; -1 when it broke off. */
  get status(): { readonly lastSweep: string | null; readonly sweepFailures: number } {
    return { lastSweep: this.last?.at.toISOString() ?? null, sweepFailures: this.last?.failed ?? 0 };
  }

  private async once(): Promise<void> {
    try {
      const outcome = await this.runSweep();
      if (outcome === 'busy') {
        this.logger.info('sweep left to another process');
        return;
      }
      const { conversations, entries, failed } = outcome.result;
      this.last = { at: this.clock.now(), failed };
      this.logger.info('sweep done', { conversations, entries, failed });
    } catch (error) {
      this.last = { at: this.clock.now(), failed: -1 };
      this.logger.error('sweep broke off', error);
    }
  }
}
