import { AppError } from '../shared/app-error';
import { changeDocument } from '../shared/change-document';
import type { Clock } from '../shared/clock';
import type { DocumentStore } from '../shared/document-store';
import { SWEEP, SWEEP_RUNS, type SweepRun, type Tally } from './sweep-run';

/** Milliseconds for which a lease is good; it is renewed with every batch. */
const LEASE = 120_000;

export interface LeaseDependencies {
  readonly store: Pick<DocumentStore, 'get' | 'insert' | 'replace'>;
  readonly clock: Clock;
  /** Names this process. */
  readonly holder: string;
  /** The database has no other user: whoever had the lease before is dead. */
  readonly isAlone: boolean;
}

/** The right to sweep. Of several processes one has it; whoever dies with it loses it after two minutes. */
export class SweepLease {
  private constructor(
    private readonly deps: LeaseDependencies,
    private version: number,
    private run: SweepRun,
  ) {}

  /** @returns the time until which another process has it, where one does */
  static async take(deps: LeaseDependencies): Promise<SweepLease | Date> {
    const now = deps.clock.now();
    const taken = await changeDocument<SweepRun, SweepRun | Date>(deps.store, SWEEP_RUNS, SWEEP, (stored) => {
      const isFree = deps.isAlone || stored?.holder === undefined || stored.until <= now.toISOString();
      if (stored && !isFree) return { result: new Date(stored.until) };
      const run: SweepRun = {
        fence: (stored?.fence ?? 0) + 1,
        holder: deps.holder,
        until: later(now),
        startedAt: now.toISOString(),
        tally: {},
      };
      return { body: run, result: run };
    });
    if (taken instanceof Date) return taken;
    const stored = await deps.store.get(SWEEP_RUNS, SWEEP);
    if (stored?.body.fence !== taken.fence) throw lost();
    return new SweepLease(deps, stored.version, taken);
  }

  /** Keeps it for another while. @throws AppError `lease_lost` when another process has taken it */
  async renew(tally: Tally): Promise<void> {
    await this.write({ ...this.run, until: later(this.deps.clock.now()), tally });
  }

  /** Gives it back: the sweep is complete. */
  async finish(tally: Tally): Promise<void> {
    const finishedAt = this.deps.clock.now().toISOString();
    const { fence, startedAt } = this.run;
    await this.write({ fence, startedAt, until: finishedAt, finishedAt, tally });
  }

  private async write(run: SweepRun): Promise<void> {
    if ((await this.deps.store.replace(SWEEP_RUNS, SWEEP, this.version, run)) === 'conflict') throw lost();
    this.version += 1;
    this.run = run;
  }
}

const later = (now: Date): string => new Date(now.getTime() + LEASE).toISOString();

const lost = (): AppError => new AppError('lease_lost', 'another process has taken over the sweep');
