import { changeDocument } from '../shared/change-document';
import type { Clock } from '../shared/clock';
import type { DocumentStore } from '../shared/document-store';
import { HANDOVERS, WITH_BOT, type Handover, type Owner, type Waiting } from './handover';
import type { HandoverRules } from './handover-rules';
import type { Refusal, Step } from './step';
import { runTimer } from './timer-step';

export type Outcome =
  | { readonly kind: 'done'; readonly handover: Handover }
  | { readonly kind: 'refused'; readonly why: Refusal; readonly handover: Handover };

/** A chat that waits, as the console lists it. */
export interface Queued {
  readonly conversationId: string;
  readonly waiting: Waiting;
}

/** Who owns which conversation, over the document port. */
export class Handovers {
  constructor(
    private readonly store: DocumentStore,
    private readonly clock: Clock,
    private readonly rules: HandoverRules,
  ) {}

  async of(conversationId: string): Promise<Handover> {
    return (await this.store.get(HANDOVERS, conversationId))?.body ?? WITH_BOT;
  }

  async ownerOf(conversationId: string): Promise<Owner> {
    return (await this.of(conversationId)).owner;
  }

  /**
   * Makes one change. When another writer was first, it is judged anew on what that one left, so that of two claims
   * exactly one is done. To be called in the turn queue of the conversation: a turn of the assistant ends before.
   */
  change(conversationId: string, step: Step): Promise<Outcome> {
    return changeDocument<Handover, Outcome>(this.store, HANDOVERS, conversationId, (current = WITH_BOT) => {
      const next = step(current, this.clock.now());
      if (typeof next === 'string') return { result: { kind: 'refused', why: next, handover: current } };
      const result: Outcome = { kind: 'done', handover: next };
      return next === current ? { result } : { body: next, result };
    });
  }

  /** Those that wait, in the order in which they are to be taken. @param team all teams' where none is given */
  async queue(limit: number, team?: string): Promise<readonly Queued[]> {
    const query = { index: 'by-queue', equals: { ownerKind: 'waiting' }, limit } as const;
    const found = await this.store.find(HANDOVERS, query);
    return found.flatMap(({ id, body: { owner } }) =>
      owner.kind === 'waiting' && (team === undefined || owner.team === team)
        ? [{ conversationId: id, waiting: owner }]
        : [],
    );
  }

  /**
   * How many are to be taken before this one by the same team, and 1: what the tenant is told.
   *
   * @returns undefined for a chat that does not wait
   */
  async place(conversationId: string): Promise<number | undefined> {
    const { owner, queueRank } = await this.of(conversationId);
    if (owner.kind !== 'waiting' || queueRank === undefined) return undefined;
    const query = { index: 'by-queue', equals: { ownerKind: 'waiting' }, range: { upTo: queueRank } } as const;
    const before = await this.store.find(HANDOVERS, { ...query, limit: LONGEST_QUEUE });
    return before.filter(({ body }) => body.owner.kind === 'waiting' && body.owner.team === owner.team).length;
  }

  /** Conversations that somebody of the staff has. */
  async ofStaff(staffId: string, limit: number): Promise<readonly string[]> {
    return (await this.store.find(HANDOVERS, { index: 'by-staff', equals: { staffId }, limit })).map(({ id }) => id);
  }

  /** Conversations of which a timer is due, the longest due first. */
  async due(limit: number): Promise<readonly string[]> {
    const range = { upTo: this.clock.now().toISOString() };
    return (await this.store.find(HANDOVERS, { index: 'by-timer', range, limit })).map(({ id }) => id);
  }

  /** Does what is due in one conversation, once, also when two processes try. */
  async runTimer(conversationId: string): Promise<Outcome> {
    const { timer } = await this.of(conversationId);
    return this.change(conversationId, timer ? runTimer(timer, this.rules) : () => 'not_due');
  }
}

/** Nobody is told a place beyond it. */
const LONGEST_QUEUE = 1000;
