import { OUTBOX } from '../outbox/outbox-message';
import { CASES } from '../rights/case';
import type { CaseClass } from '../rights/case-retention';
import { ONE_TIME_CODES } from '../rights/codes-of-reference';
import { walkIndex } from '../shared/walk-index';
import { STAFF_PARTS } from '../transcript/staff-part';
import { dueConversations } from './due-conversations';
import type { DueItem } from './due-item';
import type { Pages, Reader } from './reader';
import type { Schedule } from './schedule';
import { timeOf } from './time-of';

const CASE_CLASSES: readonly CaseClass[] = [
  'request',
  'disputed_request',
  'abandoned_request',
  'complaint',
  'breach_report',
];

/**
 * Everything that is to be gone by now, page by page: first what somebody wants deleted, then by class, the longest due
 * first. Changes nothing.
 */
export async function* dueItems(store: Reader, schedule: Schedule, now: Date): Pages<DueItem> {
  yield* dueConversations(store, schedule, now);
  yield* dueStaffParts(store, schedule, now);
  for (const recordClass of CASE_CLASSES) yield* dueCases(store, schedule, now, recordClass);
  yield* dueMails(store, schedule, now);
  yield* dueCodes(store, now);
}

async function* dueStaffParts(store: Reader, schedule: Schedule, now: Date): Pages<DueItem> {
  const classes = { ended: 'staff_part_of_tenancy', none: 'staff_part_without_tenancy' } as const;
  for (const tenancyKind of ['ended', 'none'] as const) {
    const recordClass = classes[tenancyKind];
    const { upTo, ends, isOver } = timeOf(schedule, recordClass, now);
    const walk = { index: 'by-tenancy', equals: { tenancyKind }, field: 'countsFrom', upTo } as const;
    for await (const page of walkIndex(store, STAFF_PARTS, walk)) {
      yield page
        .filter(({ body }) => isOver(body.countsFrom))
        .map(({ id, body }) => {
          return { kind: 'staff_part', recordClass, id, body, reason: 'due', dueAt: ends(body.countsFrom) } as const;
        });
    }
  }
}

async function* dueCases(store: Reader, schedule: Schedule, now: Date, recordClass: CaseClass): Pages<DueItem> {
  const { upTo, ends, isOver } = timeOf(schedule, recordClass, now);
  const equals = { retentionClass: recordClass };
  const walk = { index: 'by-retention', equals, field: 'retentionFrom', upTo } as const;
  for await (const page of walkIndex(store, CASES, walk)) {
    yield page.flatMap(({ id, body }): DueItem[] => {
      const { retentionFrom: from } = body;
      if (from === undefined || !isOver(from)) return [];
      return [{ kind: 'case', recordClass, id, body, reason: 'due', dueAt: ends(from) }];
    });
  }
}

async function* dueMails(store: Reader, schedule: Schedule, now: Date): Pages<DueItem> {
  const { upTo, ends, isOver } = timeOf(schedule, 'mail', now);
  for await (const page of walkIndex(store, OUTBOX, { index: 'by-time', field: 'addedAt', upTo })) {
    yield (
      page
        // One that is on its way just now is looked at the next time.
        .filter(({ body }) => isOver(body.addedAt) && body.state !== 'sending')
        .map(({ id, body }) => {
          return { kind: 'mail', recordClass: 'mail', id, body, reason: 'due', dueAt: ends(body.addedAt) } as const;
        })
    );
  }
}

/** They say themselves until when they count. */
async function* dueCodes(store: Reader, now: Date): Pages<DueItem> {
  const walk = { index: 'by-expiry', field: 'expiresAt', upTo: now.toISOString() } as const;
  for await (const page of walkIndex(store, ONE_TIME_CODES, walk)) {
    yield page.map(({ id, body }) => {
      const dueAt = new Date(body.expiresAt);
      return { kind: 'code', recordClass: 'one_time_code', id, reason: 'due', dueAt } as const;
    });
  }
}
