import { CASES } from '../rights/case';
import type { DocumentStore } from '../shared/document-store';
import { walkIndex } from '../shared/walk-index';
import { CONVERSATIONS } from '../transcript/conversation';
import { deleteConversation } from '../transcript/delete-conversation';
import { deleteStaffPart } from '../transcript/delete-staff-part';
import { STAFF_PARTS } from '../transcript/staff-part';
import { readCopy, type Ledger } from './ledger';
import type { LedgerCopy } from './ledger-copy';
import { removeCase } from './remove-case';
import { conversationSubject, staffPartSubject, type Removal } from './remove-item';

export interface Replay extends Removal {
  readonly ledger: Ledger;
  readonly copy: LedgerCopy;
}

/** What had been deleted before, and was there again. */
export interface Replayed {
  readonly conversations: number;
  readonly staffParts: number;
  readonly cases: number;
}

/** Whether the database is older than its ledger, as after an old backup was restored. */
export async function isBehind({ ledger, copy }: Pick<Replay, 'ledger' | 'copy'>): Promise<boolean> {
  const known = (await ledger.lastLine())?.sequence ?? 0;
  return (readCopy(copy).at(-1)?.sequence ?? 0) > known;
}

/**
 * Deletes again whatever the ledger says was deleted, and takes over the lines that the database does not know. To be done
 * after a backup was restored, before anybody uses the database. Holds do not count: it was deleted before them, or after
 * they were released. It may be interrupted; the ledger is put right last, so that it is begun again then.
 *
 * @throws AppError `ledger_damaged` where the ledger and its copy disagree
 */
export async function replay(deps: Replay): Promise<Replayed> {
  const { ledger, copy } = deps;
  const gone = new Set(readCopy(copy).flatMap(({ subject }) => (subject === undefined ? [] : [subject])));
  const removal = { ...deps, ledger: silent(ledger) };
  const replayed = {
    conversations: await replayConversations(gone, removal),
    staffParts: await replayStaffParts(gone, removal),
    cases: await replayCases(gone, removal),
  };
  await ledger.takeOver();
  if (replayed.conversations + replayed.staffParts + replayed.cases > 0) {
    await ledger.record({ recordClass: 'bot_conversation', reason: 'restored', counts: { ...replayed } });
  }
  return replayed;
}

type Gone = ReadonlySet<string>;

async function replayConversations(gone: Gone, removal: Removal): Promise<number> {
  const { store, ledger } = removal;
  let count = 0;
  for await (const page of walkIndex(store, CONVERSATIONS, { index: 'by-last-message', field: 'lastMessageAt' })) {
    for (const { id, body } of page) {
      if (!gone.has(conversationSubject(ledger, id, body.startedAt))) continue;
      await deleteConversation(id, 'restored', { ...removal, record: () => Promise.resolve() });
      count += 1;
    }
  }
  return count;
}

async function replayStaffParts(gone: Gone, { store, ledger }: Removal): Promise<number> {
  let count = 0;
  for (const tenancyKind of ['none', 'runs', 'ended'] as const) {
    const walk = { index: 'by-tenancy', equals: { tenancyKind }, field: 'countsFrom' } as const;
    for await (const page of walkIndex(store, STAFF_PARTS, walk)) {
      for (const { id, body } of page) {
        if (!gone.has(staffPartSubject(ledger, id, body.startedAt))) continue;
        await deleteStaffPart(id, store, () => Promise.resolve());
        count += 1;
      }
    }
  }
  return count;
}

async function replayCases(gone: Gone, removal: Removal): Promise<number> {
  const { store, ledger, schedule } = removal;
  let count = 0;
  for await (const page of allCases(store)) {
    for (const { id, body } of page) {
      if (!gone.has(ledger.subjectOf('case', id))) continue;
      const recordClass = body.retentionClass;
      const item = { kind: 'case', recordClass, id, body, reason: 'due', dueAt: new Date(0) } as const;
      await removeCase(item, schedule.timed[recordClass].then, removal);
      count += 1;
    }
  }
  return count;
}

/** Cases of every class, open ones too. */
export async function* allCases(store: Pick<DocumentStore, 'find'>) {
  for (const retentionClass of [
    'request',
    'disputed_request',
    'abandoned_request',
    'complaint',
    'breach_report',
  ] as const) {
    const walk = { index: 'by-class', equals: { retentionClass }, field: 'receivedAt' } as const;
    yield* walkIndex(store, CASES, walk);
  }
}

/** What is deleted again stands in the ledger already. */
const silent = (ledger: Ledger): Pick<Ledger, 'record' | 'subjectOf'> => ({
  subjectOf: (...parts) => ledger.subjectOf(...parts),
  record: () => Promise.resolve(),
});
