import { changeDocument } from '../shared/change-document';
import type { Clock } from '../shared/clock';
import type { Collection, DocumentStore } from '../shared/document-store';
import { keyedHash } from '../shared/keyed-hash';

/** Sign-ins that failed for one account, or from one address. It tells neither. */
interface FailedSignIns {
  readonly failed: number;
  /** ISO time after which they are forgotten, or the lock opens. */
  readonly until: string;
}

export const FAILED_SIGN_INS: Collection<FailedSignIns> = {
  name: 'failed-sign-ins',
  indexes: [{ name: 'by-end', fields: ['until'] }],
  expiry: 'until',
  personal: [],
};

/** So many may fail before a quarter of an hour passes. An address may be that of a whole office. */
const MOST = { account: 5, address: 30 } as const;
const LOCKED_FOR = 15 * 60_000;

/**
 * Counts sign-ins that fail, by account and by address, in the store, so that neither a restart nor another process
 * begins anew. An account that does not exist is counted like one that does.
 */
export class SignInAttempts {
  constructor(
    private readonly store: DocumentStore,
    private readonly clock: Clock,
    private readonly key: string,
  ) {}

  /**
   * To be asked before a password is looked at, which counts as failed until `succeeded` is told: of many guesses at the
   * same time no more than are allowed get through.
   */
  async mayTry(login: string, address: string): Promise<boolean> {
    const counts = await Promise.all([this.count('account', login), this.count('address', address)]);
    return counts[0] <= MOST.account && counts[1] <= MOST.address;
  }

  /** Forgets what failed for the account. The address stays: one right sign-in does not excuse a hundred guesses. */
  async succeeded(login: string): Promise<void> {
    await this.store.delete(FAILED_SIGN_INS, this.idOf('account', login));
  }

  private count(kind: keyof typeof MOST, value: string): Promise<number> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + LOCKED_FOR).toISOString();
    return changeDocument<FailedSignIns, number>(this.store, FAILED_SIGN_INS, this.idOf(kind, value), (before) => {
      const isOver = before === undefined || before.until <= now.toISOString();
      if (isOver) return { body: { failed: 1, until }, result: 1 };
      // A lock opens after its time, however often somebody knocks: else anybody could lock out anybody for good.
      if (before.failed > MOST[kind]) return { result: before.failed };
      const failed = before.failed + 1;
      return { body: { failed, until }, result: failed };
    });
  }

  private idOf(kind: keyof typeof MOST, value: string): string {
    return keyedHash(this.key, 'failed sign-in', kind, value);
  }
}
