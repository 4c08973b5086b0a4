import type { Collection, DocumentStore } from '../shared/document-store';
import { allDocuments, PAGE, type RawDocument, type RawReader } from './raw-documents';

export interface CopyTarget extends RawReader, Pick<DocumentStore, 'delete'> {
  /** Puts documents just as they are, whatever stands under their ids. */
  putAll<T extends object>(collection: Collection<T>, documents: readonly RawDocument[]): Promise<void>;
}

export interface Copied {
  /** Documents that were missing or different. */
  readonly put: number;
  /** Documents that the source does not have, left by an earlier copy. */
  readonly deleted: number;
}

/**
 * Makes a collection the same as another. Goes through both in order of id and changes only what differs, so that one
 * which was interrupted is soon where it was, also when the source has changed since.
 */
export async function copyCollection<T extends object>(
  source: RawReader,
  target: CopyTarget,
  collection: Collection<T>,
): Promise<Copied> {
  const there = allDocuments(target, collection);
  let next = await there.next();
  let batch: RawDocument[] = [];
  let put = 0;
  let deleted = 0;
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await target.putAll(collection, batch);
    put += batch.length;
    batch = [];
  };
  const deleteUpTo = async (id?: string): Promise<void> => {
    for (; next.done !== true && (id === undefined || byBytes(next.value.id, id) < 0); next = await there.next()) {
      deleted += (await target.delete(collection, next.value.id)) ? 1 : 0;
    }
  };
  for await (const document of allDocuments(source, collection)) {
    await deleteUpTo(document.id);
    const found = next.done !== true && next.value.id === document.id ? next.value : undefined;
    if (!found || !isSame(found, document)) batch.push(document);
    if (found) next = await there.next();
    if (batch.length === PAGE) await flush();
  }
  await deleteUpTo();
  await flush();
  return { put, deleted };
}

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

const isSame = (a: RawDocument, b: RawDocument): boolean =>
  a.version === b.version && a.schema === b.schema && JSON.stringify(a.body) === JSON.stringify(b.body);
