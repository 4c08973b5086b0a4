import { assertNever } from '../shared/assert-never';
import { OUTBOX } from '../outbox/outbox-message';
import { CASES } from '../rights/case';
import { ONE_TIME_CODES } from '../rights/codes-of-reference';
import type { DocumentStore } from '../shared/document-store';
import { CONVERSATIONS } from '../transcript/conversation';
import { STAFF_PARTS } from '../transcript/staff-part';
import { lastMessageOf } from './due-conversations';
import type { DueCase, DueCode, DueConversation, DueItem, DueMail, DueStaffPart } from './due-item';
import type { Schedule } from './schedule';
import { timeOf } from './time-of';

/** Looks again, just before it is removed: a message, an answer or a member of staff may have come since it was found. */
export async function stillDue(
  item: DueItem,
  store: DocumentStore,
  schedule: Schedule,
  now: Date,
): Promise<DueItem | undefined> {
  switch (item.kind) {
    case 'conversation':
      return conversationStillDue(item, store, schedule, now);
    case 'staff_part':
      return staffPartStillDue(item, store, schedule, now);
    case 'case':
      return caseStillDue(item, store, schedule, now);
    case 'mail':
      return mailStillDue(item, store);
    case 'code':
      return codeStillDue(item, store, now);
    default:
      return assertNever(item);
  }
}

async function staffPartStillDue(item: DueStaffPart, store: DocumentStore, schedule: Schedule, now: Date) {
  const body = (await store.get(STAFF_PARTS, item.id))?.body;
  const isSame = body?.tenancyKind === item.body.tenancyKind;
  return body && isSame && isOver(item, body.countsFrom, schedule, now) ? { ...item, body } : undefined;
}

async function caseStillDue(item: DueCase, store: DocumentStore, schedule: Schedule, now: Date) {
  const body = (await store.get(CASES, item.id))?.body;
  if (body?.retentionClass !== item.recordClass || body.retentionFrom === undefined) return undefined;
  return isOver(item, body.retentionFrom, schedule, now) ? { ...item, body } : undefined;
}

async function mailStillDue(item: DueMail, store: DocumentStore) {
  const body = (await store.get(OUTBOX, item.id))?.body;
  return body && body.state !== 'sending' ? { ...item, body } : undefined;
}

async function codeStillDue(item: DueCode, store: DocumentStore, now: Date) {
  const body = (await store.get(ONE_TIME_CODES, item.id))?.body;
  return body && body.expiresAt <= now.toISOString() ? item : undefined;
}

/** One whose last message is later than it knows is told so, and found in its place the next time. */
async function conversationStillDue(
  item: DueConversation,
  store: DocumentStore,
  schedule: Schedule,
  now: Date,
): Promise<DueConversation | undefined> {
  const stored = await store.get(CONVERSATIONS, item.id);
  if (!stored) return undefined;
  const { body, version } = stored;
  if (body.beingDeleted || item.reason !== 'due') return { ...item, body };
  const lastMessageAt = await lastMessageOf(store, item.id, body);
  if (isOver(item, lastMessageAt, schedule, now)) return { ...item, body };
  if (lastMessageAt !== body.lastMessageAt) {
    await store.replace(CONVERSATIONS, item.id, version, { ...body, lastMessageAt });
  }
  return undefined;
}

const isOver = ({ recordClass }: DueItem, from: string, schedule: Schedule, now: Date): boolean =>
  timeOf(schedule, recordClass, now).isOver(from);
