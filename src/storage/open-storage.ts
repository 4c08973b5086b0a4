import { AppError } from '../shared/app-error';
import type { AnyCollection, DocumentStore } from '../shared/document-store';
import { refuseHalfCopy } from './copy-mark';
import { MongoDocumentStore } from './mongo/mongo-document-store';
import type { RawReader } from './raw-documents';
import { leaveKeyCheck, stateOfSeals } from './sealed/key-check';
import { openSeals, type KeyPlace } from './sealed/open-seals';
import type { RawStore } from './sealed/seal-everything';
import { SealedDocumentStore, SealedEditor, SealedReader } from './sealed/sealed-document-store';
import type { Seals } from './sealed/seals';
import { asStored } from './sealed/stored-collection';
import { SqliteDocumentEditor } from './sqlite/sqlite-document-editor';
import { SqliteDocumentReader } from './sqlite/sqlite-document-reader';
import { SqliteDocumentStore } from './sqlite/sqlite-document-store';

/** Where documents are, and the keys to what is personal in them. */
export interface Place extends KeyPlace {
  readonly mongodbUri: string | undefined;
}

interface Closable {
  close(): void | Promise<void>;
}

/**
 * Opens the database for the service, and makes what is declared. Keys are made on the first start.
 *
 * @param onRepaired told of indexes that were not as declared, and were made anew
 * @throws AppError `store_locked` when another process has the data folder, `store_unavailable` when the database
 *   cannot be used, `key_missing` when its keys are not there
 */
export async function openStorage(
  place: Place,
  collections: readonly AnyCollection[],
  onRepaired: (index: string) => void,
): Promise<DocumentStore & Closable> {
  const stored = collections.map(asStored);
  const engine = await openEngine(place, stored, onRepaired);
  return orClose(engine, async () => {
    const seals = await openSeals(place, engine);
    await refuseUnsealed(engine, stored);
    await leaveKeyCheck(engine, seals, 'sealed');
    return closing(new SealedDocumentStore(engine, seals), engine);
  });
}

async function openEngine(
  { dataDir, mongodbUri }: Place,
  stored: readonly AnyCollection[],
  onRepaired: (index: string) => void,
): Promise<DocumentStore & RawReader & Closable> {
  if (mongodbUri === undefined) return SqliteDocumentStore.open(dataDir);
  const store = await MongoDocumentStore.open({ uri: mongodbUri, makesIndexes: true, onRepaired });
  return orClose(store, async () => {
    await refuseHalfCopy(store);
    await store.prepare(stored);
    return store;
  });
}

/** What is not sealed would not be found by what is. */
async function refuseUnsealed(engine: DocumentStore & RawReader, stored: readonly AnyCollection[]): Promise<void> {
  const state = await stateOfSeals(engine);
  if (state === 'sealed') return;
  const pages = state === undefined ? await Promise.all(stored.map((one) => engine.page(one, undefined, 1))) : [];
  if (state === undefined && pages.every((page) => page.length === 0)) return;
  throw new AppError(
    'store_unavailable',
    'An earlier release has kept documents here that are not sealed yet. Make a backup, and run: npm run -s migrate',
  );
}

/**
 * Opens the database to read in it while the service may be using it.
 *
 * @throws AppError `store_unavailable` when there is no database, or it cannot be opened; `key_missing` when its keys are
 *   not there
 */
export async function openToRead(place: Place): Promise<Pick<DocumentStore, 'find' | 'get'> & Closable> {
  const { dataDir, mongodbUri } = place;
  const engine = mongodbUri === undefined ? SqliteDocumentReader.open(dataDir) : await asGuest(mongodbUri);
  return orClose(engine, async () => closing(new SealedReader(engine, await openSeals(place, engine)), engine));
}

/**
 * The same to add and replace documents, too. On SQLite only those that are coordinated by versions alone: turns of a
 * conversation are ordered in the service's memory, and would not know of us.
 *
 * @throws AppError as `openToRead`
 */
export async function openToEdit(place: Place): Promise<Omit<DocumentStore, 'delete'> & Closable> {
  const { engine, seals } = await openRaw(place);
  return closing(new SealedEditor(engine, seals), engine);
}

/**
 * The same for what concerns all documents alike: as they stand in the database, with the seals to open them.
 *
 * @throws AppError as `openToRead`
 */
export async function openRaw(
  place: Place,
): Promise<{ readonly engine: RawStore & Pick<DocumentStore, 'find'> & Closable; readonly seals: Seals }> {
  const { dataDir, mongodbUri } = place;
  const engine = mongodbUri === undefined ? SqliteDocumentEditor.open(dataDir) : await asGuest(mongodbUri);
  return orClose(engine, async () => ({ engine, seals: await openSeals(place, engine) }));
}

const asGuest = (uri: string): Promise<MongoDocumentStore> => MongoDocumentStore.open({ uri, makesIndexes: false });

/** What was opened is closed again when it cannot be used. */
async function orClose<T>(engine: Closable, use: () => Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    await engine.close();
    throw error;
  }
}

const closing = <T extends object>(store: T, engine: Closable): T & Closable =>
  Object.assign(store, { close: () => engine.close() });
