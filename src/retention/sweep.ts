import { chatsErased } from '../rights/case-changes';
import { CASES } from '../rights/case';
import type { Cases } from '../rights/cases';
import { AppError } from '../shared/app-error';
import type { Logger } from '../shared/logger';
import { walkIndex } from '../shared/walk-index';
import { conversationsToErase } from './due-conversations';
import type { DueItem } from './due-item';
import { dueItems } from './due-items';
import { holdsInForce, lostHolds } from './holds';
import { judge, type Judging } from './judge';
import type { Protection } from './protection';
import { removeItem, type Removal } from './remove-item';
import { stillDue } from './still-due';
import { SweepLease, type LeaseDependencies } from './sweep-lease';
import { counted, total, type ClassTally, type Tally } from './sweep-run';

export interface SweepDependencies extends Removal, LeaseDependencies {
  readonly store: Removal['store'];
  readonly logger: Logger;
  readonly cases: Pick<Cases, 'change'>;
  /** Runs the work when no turn of the conversation is under way. */
  readonly inTurn: <T>(conversationId: string, work: () => Promise<T>) => Promise<T>;
}

export type SweepOutcome =
  | { readonly kind: 'done'; readonly tally: Tally }
  /** Another process sweeps. */
  | { readonly kind: 'busy'; readonly until: Date };

/** Removed together; the lease is renewed between. */
const BATCH = 50;

/**
 * Removes everything whose time has come and that nothing keeps, in small batches. It may be interrupted at any point: the
 * next sweep goes on. What cannot be removed keeps nothing else from it.
 *
 * @throws AppError `holds_missing`, `lease_lost`
 */
export async function sweep(deps: SweepDependencies): Promise<SweepOutcome> {
  const lease = await SweepLease.take(deps);
  if (lease instanceof Date) return { kind: 'busy', until: lease };
  const lost = await lostHolds(deps.store);
  if (lost.length > 0) throw missing(lost);
  const now = deps.clock.now();
  const log = new SweepLog(deps.logger);
  for await (const page of dueItems(deps.store, deps.schedule, now)) {
    for (let at = 0; at < page.length; at += BATCH) {
      await lease.renew(log.tally);
      const judging = await judgingNow(deps);
      await Promise.all(page.slice(at, at + BATCH).map((item) => sweepOne(item, judging, { deps, now, log })));
    }
  }
  await endErasures(deps);
  await lease.finish(log.tally);
  log.end();
  return { kind: 'done', tally: log.tally };
}

/** Read anew for every batch: a hold counts from the moment it is set. */
export async function judgingNow({
  store,
  schedule,
  lookupKey,
}: Pick<Removal, 'schedule' | 'lookupKey'> & Pick<Judging, 'store'>): Promise<Judging> {
  const periods = { afterClosing: schedule.freeze.afterClosing, abandoned: schedule.timed.abandoned_request.period };
  return { store, lookupKey, holds: await holdsInForce(store), periods };
}

interface Sweeping {
  readonly deps: SweepDependencies;
  readonly now: Date;
  readonly log: SweepLog;
}

async function sweepOne(item: DueItem, judging: Judging, { deps, now, log }: Sweeping): Promise<void> {
  const removeOrKeep = async (): Promise<void> => {
    const current = await stillDue(item, deps.store, deps.schedule, now);
    if (!current) return;
    const protection = await judge(current, judging, now);
    if (protection) {
      log.kept(current, protection);
      return;
    }
    await removeItem(current, deps);
    log.count(current, 'removed');
  };
  try {
    const isOfTurns = item.kind === 'conversation' || item.kind === 'staff_part';
    await (isOfTurns ? deps.inTurn(item.id, removeOrKeep) : removeOrKeep());
  } catch (error) {
    log.failed(item, error);
  }
}

/** A granted erasure is done when none of the chats that it covers is left. */
async function endErasures({ store, cases }: SweepDependencies): Promise<void> {
  for await (const page of walkIndex(store, CASES, { index: 'by-erasure', field: 'erasureAt' })) {
    for (const { body } of page) {
      if ((await conversationsToErase(store, body)).length === 0) await cases.change(body.reference, chatsErased);
    }
  }
}

const missing = (lost: readonly string[]): AppError => {
  const ids = lost.join(', ');
  return new AppError(
    'holds_missing',
    `holds are lost with a restored backup: ${ids}. Set them again, and release these`,
  );
};

/** Counts what a sweep does, and tells the log why things were kept: that nothing is deleted then has to be visible. */
class SweepLog {
  tally: Tally = {};
  private readonly reasons = new Map<string, number>();

  constructor(private readonly logger: Logger) {}

  count({ recordClass }: DueItem, what: keyof ClassTally): void {
    this.tally = counted(this.tally, recordClass, what);
  }

  kept(item: DueItem, protection: Protection): void {
    this.count(item, protection.kind);
    const by = protection.kind === 'held' ? protection.hold : protection.reference;
    const reason = `${protection.kind} ${item.recordClass} ${by}`;
    this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
  }

  failed(item: DueItem, error: unknown): void {
    this.count(item, 'failed');
    this.logger.error('something is due but could not be removed', error, { recordClass: item.recordClass });
  }

  end(): void {
    for (const [reason, count] of this.reasons) {
      const [kind, recordClass, by] = reason.split(' ');
      this.logger.info('kept though it is due', { kind, recordClass, by, count });
    }
    this.logger.info('sweep done', { ...total(this.tally) });
  }
}
