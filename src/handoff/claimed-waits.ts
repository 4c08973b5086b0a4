import type { Clock } from '../shared/clock';
import type { Collection, DocumentStore } from '../shared/document-store';
import { randomId } from '../shared/ids';

/** How long one chat had waited when somebody took it. It tells neither which nor who. */
interface ClaimedWait {
  readonly team: string;
  readonly at: string;
  /** Milliseconds. */
  readonly waited: number;
  readonly until: string;
}

export const CLAIMED_WAITS: Collection<ClaimedWait> = {
  name: 'claimed-waits',
  indexes: [
    { name: 'by-team', fields: ['team', 'at'] },
    { name: 'by-end', fields: ['until'] },
  ],
  expiry: 'until',
  personal: [],
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MOST = 50;
/** Fewer are no measure. */
const FEWEST = 3;

/** How long people wait, measured on those who were taken; nobody is told a wait that was not measured. */
export class ClaimedWaits {
  constructor(
    private readonly store: DocumentStore,
    private readonly clock: Clock,
  ) {}

  async add(team: string, waited: number): Promise<void> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + DAY).toISOString();
    await this.store.insert(CLAIMED_WAITS, randomId(), { team, at: now.toISOString(), waited, until });
  }

  /**
   * The median wait of those that a team took within the last hour.
   *
   * @returns whole minutes, at least 1; undefined where fewer than three were taken
   */
  async minutes(team: string): Promise<number | undefined> {
    const above = new Date(this.clock.now().getTime() - HOUR).toISOString();
    const query = { index: 'by-team', equals: { team }, range: { above }, limit: MOST } as const;
    const found = await this.store.find(CLAIMED_WAITS, { ...query, order: 'descending' });
    if (found.length < FEWEST) return undefined;
    const sorted = found.map(({ body }) => body.waited).sort((one, other) => one - other);
    const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
    return Math.max(1, Math.round(median / 60_000));
  }
}
