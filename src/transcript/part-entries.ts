import type { DocumentStore } from '../shared/document-store';
import { walkIndex } from '../shared/walk-index';
import { ENTRIES, type Entry, type Part } from './entry';

const isOf = ({ part = 'bot' }: Entry, wanted: Part): boolean => part === wanted;

export async function countEntries(
  store: Pick<DocumentStore, 'find'>,
  conversationId: string,
  part: Part,
): Promise<number> {
  let count = 0;
  for await (const page of entriesOf(store, conversationId))
    count += page.filter(({ body }) => isOf(body, part)).length;
  return count;
}

export async function deleteEntries(store: DocumentStore, conversationId: string, part: Part): Promise<void> {
  for await (const page of entriesOf(store, conversationId)) {
    const going = page.filter(({ body }) => isOf(body, part));
    await Promise.all(going.map(({ id }) => store.delete(ENTRIES, id)));
  }
}

/** Entries to look at together for the last one of a part. */
const LOOK_BACK = 50;

/** The last entry of a part. */
export async function lastEntryOf(
  store: Pick<DocumentStore, 'find'>,
  conversationId: string,
  part: Part,
): Promise<Entry | undefined> {
  let upTo = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const query = { index: 'by-sequence', equals: { conversationId }, range: { upTo }, limit: LOOK_BACK } as const;
    const page = await store.find(ENTRIES, { ...query, order: 'descending' });
    const found = page.find(({ body }) => isOf(body, part));
    if (found || page.length < LOOK_BACK) return found?.body;
    upTo = (page.at(-1)?.body.sequence ?? 1) - 1;
  }
}

const entriesOf = (store: Pick<DocumentStore, 'find'>, conversationId: string) =>
  walkIndex(store, ENTRIES, { index: 'by-sequence', equals: { conversationId }, field: 'sequence' });
