import { OUTBOX } from '../outbox/outbox-message';
import { CASES } from '../rights/case';
import { ONE_TIME_CODES } from '../rights/codes-of-reference';
import type { Collection, Field, Query } from '../shared/document-store';
import { walkIndex } from '../shared/walk-index';
import { CONVERSATIONS } from '../transcript/conversation';
import { STAFF_PARTS } from '../transcript/staff-part';
import { dueItems } from './due-items';
import { judge, type Judging } from './judge';
import { keptUntil } from './kept-until';
import type { Reader } from './reader';
import { TIMED_CLASSES, type Schedule, type TimedClass } from './schedule';
import { NO_TALLY, SWEEP, SWEEP_RUNS, total, type SweepRun } from './sweep-run';
import { timeOf } from './time-of';

/** How a class stands. */
export interface ClassStatus {
  readonly recordClass: TimedClass;
  /** With and without a date. */
  readonly kept: number;
  /** ISO time from which the oldest counts that has a date. */
  readonly oldest: string | undefined;
  readonly due: number;
  readonly held: number;
  readonly frozen: number;
  /** Should have been gone for more than a day, and nothing keeps it. */
  readonly overdue: number;
  /** Has no date, and nobody has looked at it for as long as the schedule says. */
  readonly toReview: number;
}

export interface RetentionStatus {
  readonly classes: readonly ClassStatus[];
  readonly lastRun: SweepRun | undefined;
}

/** The sweep runs every hour; what it leaves for a day is a fault. */
const DAY = 86_400_000;

/** Counts everything, one by one: for a person who asks, not for every minute. */
export async function retentionStatus(judging: Judging, schedule: Schedule, now: Date): Promise<RetentionStatus> {
  const { store } = judging;
  const due = await dueCounts(judging, schedule, now);
  const classes: ClassStatus[] = [];
  for (const recordClass of Object.keys(TIMED_CLASSES) as TimedClass[]) {
    const found = await count(store, recordClass);
    const toReview = recordClass === 'staff_part_of_tenancy' ? await countToReview(store, schedule, now) : 0;
    classes.push({ recordClass, ...found, ...(due.get(recordClass) ?? NOTHING_DUE), toReview });
  }
  return { classes, lastRun: (await store.get(SWEEP_RUNS, SWEEP))?.body };
}

type DueCounts = Pick<ClassStatus, 'due' | 'held' | 'frozen' | 'overdue'>;

const NOTHING_DUE: DueCounts = { due: 0, held: 0, frozen: 0, overdue: 0 };

async function dueCounts(judging: Judging, schedule: Schedule, now: Date): Promise<ReadonlyMap<TimedClass, DueCounts>> {
  const counts = new Map<TimedClass, DueCounts>();
  for await (const page of dueItems(judging.store, schedule, now)) {
    for (const item of page) {
      const before = counts.get(item.recordClass) ?? NOTHING_DUE;
      const protection = await judge(item, judging, now);
      const isOverdue = !protection && now.getTime() - item.dueAt.getTime() > DAY;
      counts.set(item.recordClass, {
        due: before.due + 1,
        held: before.held + (protection?.kind === 'held' ? 1 : 0),
        frozen: before.frozen + (protection?.kind === 'frozen' ? 1 : 0),
        overdue: before.overdue + (isOverdue ? 1 : 0),
      });
    }
  }
  return counts;
}

type Counted = Pick<ClassStatus, 'kept' | 'oldest'>;

const NONE: Counted = { kept: 0, oldest: undefined };

async function count(store: Reader, recordClass: TimedClass): Promise<Counted> {
  switch (recordClass) {
    case 'bot_conversation':
      return countAll(store, CONVERSATIONS, { index: 'by-last-message' }, 'lastMessageAt');
    case 'staff_part_without_tenancy':
      return countAll(store, STAFF_PARTS, { index: 'by-tenancy', equals: { tenancyKind: 'none' } }, 'countsFrom');
    case 'staff_part_of_tenancy': {
      const parts = (tenancyKind: 'ended' | 'runs') =>
        countAll(store, STAFF_PARTS, { index: 'by-tenancy', equals: { tenancyKind } }, 'countsFrom');
      const ended = await parts('ended');
      return { kept: ended.kept + (await parts('runs')).kept, oldest: ended.oldest };
    }
    case 'mail':
      return countAll(store, OUTBOX, { index: 'by-time' }, 'addedAt');
    case 'one_time_code':
      return countAll(store, ONE_TIME_CODES, { index: 'by-expiry' }, 'expiresAt');
    case 'access_log':
      return NONE;
    default: {
      const equals = { retentionClass: recordClass };
      const { kept } = await countAll(store, CASES, { index: 'by-class', equals }, 'receivedAt');
      const [oldest] = await store.find(CASES, { index: 'by-retention', equals, limit: 1 });
      return { kept, oldest: oldest?.body.retentionFrom };
    }
  }
}

async function countAll<T extends object>(
  store: Reader,
  collection: Collection<T>,
  query: Pick<Query<T>, 'index' | 'equals'>,
  field: Field<T>,
): Promise<Counted> {
  let counted = NONE;
  for await (const page of walkIndex(store, collection, { ...query, field, page: 1000 })) {
    counted = {
      kept: counted.kept + page.length,
      oldest: counted.oldest ?? (page[0]?.body[field] as string | undefined),
    };
  }
  return counted;
}

async function countToReview(store: Reader, schedule: Schedule, now: Date): Promise<number> {
  const { review } = schedule.timed.staff_part_of_tenancy;
  if (review === undefined) return 0;
  let toReview = 0;
  const walk = { index: 'by-tenancy', equals: { tenancyKind: 'runs' }, field: 'countsFrom' } as const;
  for await (const page of walkIndex(store, STAFF_PARTS, { ...walk, upTo: now.toISOString() })) {
    toReview += page.filter(({ body }) => keptUntil(new Date(body.countsFrom), review) <= now).length;
  }
  return toReview;
}

/** What `/readyz` tells; cheap enough for every minute. */
export interface RetentionHealth {
  /** ISO time; null when there was none that came to its end. */
  readonly lastSweep: string | null;
  readonly removed: number;
  readonly held: number;
  readonly frozen: number;
  readonly failed: number;
  /** Days since the last message of the oldest chat; null when there is none. */
  readonly oldestChatDays: number | null;
  /** Chats that should have been gone for more than a day, held and frozen ones of the last sweep not counted. */
  readonly overdueChats: number;
}

/** Where counting ends. */
const MOST = 1000;

export async function retentionHealth(store: Reader, schedule: Schedule, now: Date): Promise<RetentionHealth> {
  const run = (await store.get(SWEEP_RUNS, SWEEP))?.body;
  const tally = run?.tally ?? {};
  const [oldest] = await store.find(CONVERSATIONS, { index: 'by-last-message', limit: 1 });
  const { held, frozen } = tally.bot_conversation ?? NO_TALLY;
  return {
    lastSweep: run?.finishedAt ?? null,
    ...total(tally),
    oldestChatDays: oldest ? Math.floor((now.getTime() - Date.parse(oldest.body.lastMessageAt)) / DAY) : null,
    overdueChats: Math.max(0, (await countOverdue(store, schedule, now)) - held - frozen),
  };
}

async function countOverdue(store: Reader, schedule: Schedule, now: Date): Promise<number> {
  const { upTo, isOver } = timeOf(schedule, 'bot_conversation', new Date(now.getTime() - DAY));
  const found = await store.find(CONVERSATIONS, { index: 'by-last-message', range: { upTo }, limit: MOST });
  return found.filter(({ body }) => isOver(body.lastMessageAt)).length;
}
