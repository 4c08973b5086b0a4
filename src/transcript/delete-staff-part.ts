import { changeDocument } from '../shared/change-document';
import type { DocumentStore } from '../shared/document-store';
import { countEntries, deleteEntries } from './part-entries';
import { STAFF_PARTS, type StaffPartDocument } from './staff-part';

/**
 * Deletes what was said with staff in a conversation. Interrupted at any point, the next call finishes the work.
 *
 * @param record writes down for good what was deleted, before the last of it goes; done again, it must change nothing
 */
export async function deleteStaffPart(
  conversationId: string,
  store: DocumentStore,
  record: (part: StaffPartDocument, entries: number) => Promise<void>,
): Promise<void> {
  const entries = await countEntries(store, conversationId, 'staff');
  const part = await changeDocument<StaffPartDocument, StaffPartDocument | undefined>(
    store,
    STAFF_PARTS,
    conversationId,
    (stored) => {
      if (!stored || stored.entries !== undefined) return { result: stored };
      const counted = { ...stored, entries };
      return { body: counted, result: counted };
    },
  );
  if (!part) return;
  await deleteEntries(store, conversationId, 'staff');
  await record(part, part.entries ?? entries);
  await store.delete(STAFF_PARTS, conversationId);
}
