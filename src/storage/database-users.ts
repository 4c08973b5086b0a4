import { AppError } from '../shared/app-error';
import type { Collection, DocumentStore } from '../shared/document-store';
import { randomId } from '../shared/ids';

/** How processes use a database: each knows of the others, or thinks that there is none. */
export type UsedBy = 'one process' | 'several processes';

/** Says that a database is in use. Its version goes up with each sign of life, so that no two clocks are compared. */
interface InUse {
  readonly by: UsedBy;
  /** Who has made it what it is. */
  readonly user: string;
}

const USERS: Collection<InUse> = { name: 'database-users', indexes: [] };
const ID = 'now';

export interface UseTimes {
  /** Milliseconds between two signs of life. */
  readonly signMs: number;
  /** Milliseconds without one after which a user counts as dead. */
  readonly deadAfterMs: number;
}

const TIMES: UseTimes = { signMs: 3000, deadAfterMs: 15_000 };
/** Milliseconds between two looks at whether there is a sign of life. */
const LOOK_EVERY = 250;

export interface UseOptions {
  readonly store: DocumentStore;
  readonly by: UsedBy;
  /** Told of the milliseconds for which the start waits to see whether an earlier user is alive. */
  readonly onWait: (ms: number) => void;
  /** Told when the database belongs to somebody else all the same: this process must end. */
  readonly onLost: (error: AppError) => void;
  readonly times?: UseTimes;
}

/** A database that this process uses. */
export class DatabaseUse {
  private readonly user = randomId();
  private readonly times: UseTimes;
  private version = 0;
  /** Of `performance.now()`. */
  private lastSign = 0;
  private isLost = false;
  private signing: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;

  private constructor(private readonly options: UseOptions) {
    this.times = options.times ?? TIMES;
  }

  /**
   * @throws AppError `store_locked` while a process uses it that would not know of this one, or of which this one would
   *   not know
   */
  static async begin(options: UseOptions): Promise<DatabaseUse> {
    const use = new DatabaseUse(options);
    while (!(await use.tryBegin())) await pause();
    use.timer = setInterval(() => void use.giveSign().catch(() => undefined), use.times.signMs).unref();
    return use;
  }

  /**
   * For each write.
   *
   * @throws AppError `store_locked` when another process may have the database by now
   */
  async mayWrite(): Promise<void> {
    // Half of the time after which others take us for dead: a write that is begun now takes some of the rest.
    const isDoubtful = performance.now() - this.lastSign > this.times.deadAfterMs / 2;
    // Several processes have their leases.
    if (isDoubtful && this.options.by === 'one process') await this.giveSign();
    if (this.isLost) throw locked(this.options.by);
  }

  /** Leaves the database to the next one, at once where nobody else uses it and the database answers. Never rejects. */
  async end(): Promise<void> {
    clearInterval(this.timer);
    await this.signing?.catch(() => undefined);
    if (this.options.by === 'one process' && !this.isLost) await this.leave().catch(() => undefined);
  }

  private async leave(): Promise<void> {
    const now = await this.options.store.get(USERS, ID);
    if (now?.body.user === this.user) await this.options.store.delete(USERS, ID);
  }

  private async tryBegin(): Promise<boolean> {
    const { store, by } = this.options;
    const now = await store.get(USERS, ID);
    if (now && !(by === now.body.by && by === 'several processes')) await this.outlive(now.version);
    return this.sign(now?.version);
  }

  /** Waits until the one of this version has given no sign for long enough. @throws AppError `store_locked` if it does */
  private async outlive(version: number): Promise<void> {
    const { store, by, onWait } = this.options;
    const end = performance.now() + this.times.deadAfterMs;
    onWait(this.times.deadAfterMs);
    while (performance.now() < end) {
      await pause();
      const now = await store.get(USERS, ID);
      if (!now) return;
      if (now.version !== version) throw locked(by);
    }
  }

  private giveSign(): Promise<void> {
    this.signing ??= this.signOrLose().finally(() => (this.signing = undefined));
    return this.signing;
  }

  private async signOrLose(): Promise<void> {
    if (this.isLost) return;
    const asked = performance.now();
    if (await this.sign(this.version)) return;
    const now = await this.options.store.get(USERS, ID);
    if (now?.body.by === this.options.by && (now.body.user === this.user || this.options.by === 'several processes')) {
      this.version = now.version;
      this.lastSign = asked;
      return;
    }
    this.isLost = true;
    clearInterval(this.timer);
    this.options.onLost(locked(this.options.by));
  }

  /** @param version that of the sign before, undefined where there is none */
  private async sign(version: number | undefined): Promise<boolean> {
    const { store, by } = this.options;
    const asked = performance.now();
    const body: InUse = { by, user: this.user };
    const outcome =
      version === undefined ? await store.insert(USERS, ID, body) : await store.replace(USERS, ID, version, body);
    if (outcome !== 'inserted' && outcome !== 'replaced') return false;
    this.version = (version ?? 0) + 1;
    this.lastSign = asked;
    return true;
  }
}

function locked(by: UsedBy): AppError {
  const together = 'for several processes on one database set REDIS_URL, to the same Redis for all of them';
  const which = by === 'one process' ? 'another process' : 'a process without REDIS_URL';
  return new AppError('store_locked', `${which} is using the database of MONGODB_URI; ${together}`);
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
