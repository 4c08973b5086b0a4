import { assertNever } from '../shared/assert-never';
import { ONE_TIME_CODES } from '../rights/codes-of-reference';
import type { Clock } from '../shared/clock';
import { deleteConversation, type DeleteBelongings, type RecordedDeletion } from '../transcript/delete-conversation';
import { deleteStaffPart } from '../transcript/delete-staff-part';
import type { DueItem } from './due-item';
import type { Ledger } from './ledger';
import { removeCase, removeMail, type CaseRemoval } from './remove-case';
import type { Schedule } from './schedule';

export interface Removal extends CaseRemoval {
  readonly clock: Clock;
  readonly schedule: Schedule;
  /** What goes with a conversation beside its entries. */
  readonly belongings: readonly DeleteBelongings[];
}

/** Removes something with all that belongs to it. Nobody may be using it. */
export async function removeItem(item: DueItem, removal: Removal): Promise<void> {
  const { store, ledger, schedule } = removal;
  switch (item.kind) {
    case 'conversation':
      await deleteConversation(item.id, item.reason, { ...removal, record: recorder(ledger) });
      return;
    case 'staff_part': {
      const { recordClass, reason, id } = item;
      await deleteStaffPart(id, store, ({ startedAt }, entries) =>
        ledger.record({ recordClass, reason, counts: { entries }, subject: staffPartSubject(ledger, id, startedAt) }),
      );
      return;
    }
    case 'case':
      await removeCase(item, schedule.timed[item.recordClass].then, removal);
      return;
    case 'mail':
      await removeMail(item.id, removal);
      return;
    case 'code':
      await store.delete(ONE_TIME_CODES, item.id);
      return;
    default:
      assertNever(item);
  }
}

/** Writes deletions of conversations in the ledger. */
export const recorder =
  (ledger: Pick<Ledger, 'record' | 'subjectOf'>) =>
  ({ conversation: { id, startedAt }, reason, entries }: RecordedDeletion): Promise<void> => {
    const subject = conversationSubject(ledger, id, startedAt);
    return ledger.record({ recordClass: 'bot_conversation', reason, counts: { entries }, subject });
  };

/** With the time of its start: a channel may begin another chat under the same id. */
export const conversationSubject = (ledger: Pick<Ledger, 'subjectOf'>, id: string, startedAt: string): string =>
  ledger.subjectOf('conversation', id, startedAt);

export const staffPartSubject = (ledger: Pick<Ledger, 'subjectOf'>, id: string, startedAt: string): string =>
  ledger.subjectOf('staff part', id, startedAt);
