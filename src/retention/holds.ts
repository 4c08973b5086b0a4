import { randomBytes } from 'node:crypto';

import { changeDocument } from '../shared/change-document';
import type { Clock } from '../shared/clock';
import type { DocumentStore, StoredDocument } from '../shared/document-store';
import { londonDay } from '../shared/london-day';
import { walkIndex } from '../shared/walk-index';
import { HOLDS, type Hold, type HoldDocument, type HoldState } from './hold';
import { keptUntil, type Period } from './kept-until';
import type { Ledger } from './ledger';
import { LEDGER, type LedgerLine, type LedgerReason } from './ledger-line';

export interface HoldsDependencies {
  readonly store: Pick<DocumentStore, 'find' | 'get' | 'insert' | 'replace'>;
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly reviewWithin: Period;
}

export type NewHold = Pick<Hold, 'scope' | 'reason' | 'matter' | 'setBy' | 'reviewOn'>;

/** `bad_review`: the day has gone by, or is too far away. */
export type HoldOutcome = 'done' | 'unknown' | 'released_already' | 'bad_review';

/** Holds are set and released here. Each change stands in the ledger, too. */
export class Holds {
  constructor(private readonly deps: HoldsDependencies) {}

  /** @returns its id, by which it is reviewed and released; undefined when the day of review is none that can be */
  async set(hold: NewHold): Promise<string | undefined> {
    if (!this.canReview(hold.reviewOn)) return undefined;
    const id = `h${randomBytes(5).toString('hex')}`;
    const setAt = this.deps.clock.now().toISOString();
    await this.deps.store.insert(HOLDS, id, { ...hold, setAt, state: { name: 'in_force' }, stateName: 'in_force' });
    await this.record(id, 'set', setAt);
    return id;
  }

  /** Somebody has looked: it is still needed. */
  async review(id: string, reviewOn: string): Promise<HoldOutcome> {
    if (!this.canReview(reviewOn)) return 'bad_review';
    return this.change(id, 'reviewed', (hold) => ({ ...hold, reviewOn }));
  }

  /** What it has kept is deleted by the next sweep if its time is over: the time does not begin anew. */
  async release(id: string, by: string, why: string): Promise<HoldOutcome> {
    const outcome = await this.change(id, 'released', (hold, at) => {
      const state: HoldState = { name: 'released', at, by, why };
      return { ...hold, state, stateName: state.name };
    });
    if (outcome !== 'unknown' || !(await lostHolds(this.deps.store)).includes(id)) return outcome;
    await this.record(id, 'released', this.deps.clock.now().toISOString());
    return 'done';
  }

  private canReview(day: string): boolean {
    const now = this.deps.clock.now();
    return day > londonDay(now) && day <= londonDay(keptUntil(now, this.deps.reviewWithin));
  }

  private async change(
    id: string,
    reason: LedgerReason,
    change: (hold: HoldDocument, at: string) => HoldDocument,
  ): Promise<HoldOutcome> {
    const at = this.deps.clock.now().toISOString();
    const outcome = await changeDocument<HoldDocument, HoldOutcome>(this.deps.store, HOLDS, id, (stored) => {
      if (!stored) return { result: 'unknown' };
      if (stored.stateName === 'released') return { result: 'released_already' };
      return { body: change(stored, at), result: 'done' };
    });
    if (outcome === 'done') await this.record(id, reason, at);
    return outcome;
  }

  private record(id: string, reason: LedgerReason, at: string): Promise<void> {
    const { ledger } = this.deps;
    return ledger.record({
      recordClass: 'hold',
      reason,
      counts: {},
      subject: ledger.subjectOf('hold', id, reason, at),
      hold: id,
    });
  }
}

/**
 * Holds that the ledger knows and the database does not: they were set after a backup that was restored. Nothing may be
 * deleted until somebody has set them again, and released the lost ones.
 */
export async function lostHolds(store: Pick<DocumentStore, 'find' | 'get'>): Promise<readonly string[]> {
  const last = new Map<string, LedgerLine>();
  for await (const page of walkIndex(store, LEDGER, { index: 'by-hold', field: 'hold' })) {
    for (const { body } of page) {
      const id = body.hold ?? '';
      if ((last.get(id)?.sequence ?? 0) < body.sequence) last.set(id, body);
    }
  }
  const lost: string[] = [];
  for (const [id, { reason }] of last) {
    if (reason !== 'released' && !(await store.get(HOLDS, id))) lost.push(id);
  }
  return lost;
}

/** All holds that keep anything, the oldest first. */
export async function holdsInForce(
  store: Pick<DocumentStore, 'find'>,
): Promise<readonly StoredDocument<HoldDocument>[]> {
  const found: StoredDocument<HoldDocument>[] = [];
  const walk = { index: 'by-state', equals: { stateName: 'in_force' }, field: 'setAt' } as const;
  for await (const page of walkIndex(store, HOLDS, walk)) found.push(...page);
  return found;
}
