import { AppError } from '../shared/app-error';
import type { AnyCollection, Collection, DocumentStore } from '../shared/document-store';
import type { RawReader } from './raw-documents';

/** Stands in a database that everything was copied into. */
interface CopyMark {
  readonly state: 'copying' | 'done';
  /** ISO time of that state. */
  readonly at: string;
}

const COPIES: Collection<CopyMark> = { name: 'copies', indexes: [] };
const ID = 'from-sqlite';

/**
 * Marks a database as one that is being copied into.
 *
 * @throws AppError `already_there` when there is anything in it that no unfinished copy has put there
 */
export async function beginCopy(
  target: DocumentStore & RawReader,
  collections: readonly AnyCollection[],
  now: Date,
): Promise<void> {
  const mark = (await target.get(COPIES, ID))?.body;
  if (mark?.state === 'copying') return;
  if (mark) throw new AppError('already_there', `everything was copied into this database already, at ${mark.at}`);
  for (const collection of collections) {
    if ((await target.page(collection, undefined, 1)).length === 0) continue;
    throw new AppError('already_there', `the database has documents already (${collection.name}); take an empty one`);
  }
  await target.insert(COPIES, ID, { state: 'copying', at: now.toISOString() });
}

export async function endCopy(target: DocumentStore, now: Date): Promise<void> {
  const mark = await target.get(COPIES, ID);
  await target.replace(COPIES, ID, mark?.version ?? 1, { state: 'done', at: now.toISOString() });
}

/** @throws AppError `store_unavailable` when the database has only a part of what is to be copied into it */
export async function refuseHalfCopy(store: DocumentStore): Promise<void> {
  if ((await store.get(COPIES, ID))?.body.state !== 'copying') return;
  throw new AppError('store_unavailable', 'the copy into the database of MONGODB_URI is not finished; begin it again');
}
