import type { AnyCollection, DocumentStore } from '../shared/document-store';
import { refuseHalfCopy } from './copy-mark';
import { MongoDocumentStore } from './mongo/mongo-document-store';
import type { RawWriter } from './raw-documents';
import { SqliteDocumentEditor } from './sqlite/sqlite-document-editor';
import { SqliteDocumentReader } from './sqlite/sqlite-document-reader';
import { SqliteDocumentStore } from './sqlite/sqlite-document-store';

/** Where documents are. */
export interface Place {
  /** The folder of the SQLite database, where there is no other. */
  readonly dataDir: string;
  readonly mongodbUri: string | undefined;
}

interface Closable {
  close(): void | Promise<void>;
}

/**
 * Opens the database for the service, and makes what is declared.
 *
 * @param onRepaired told of indexes that were not as declared, and were made anew
 * @throws AppError `store_locked` when another process has the data folder, `store_unavailable` when the database
 *   cannot be used
 */
export async function openStorage(
  { dataDir, mongodbUri }: Place,
  collections: readonly AnyCollection[],
  onRepaired: (index: string) => void,
): Promise<DocumentStore & Closable> {
  if (mongodbUri === undefined) return SqliteDocumentStore.open(dataDir);
  const store = await MongoDocumentStore.open({ uri: mongodbUri, makesIndexes: true, onRepaired });
  try {
    await refuseHalfCopy(store);
    await store.prepare(collections);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/**
 * Opens the database to read in it while the service may be using it.
 *
 * @throws AppError `store_unavailable` when there is no database, or it cannot be opened
 */
export async function openToRead({
  dataDir,
  mongodbUri,
}: Place): Promise<Pick<DocumentStore, 'find' | 'get'> & Closable> {
  return mongodbUri === undefined ? SqliteDocumentReader.open(dataDir) : asGuest(mongodbUri);
}

/**
 * The same to add and replace documents, too. On SQLite only those that are coordinated by versions alone: turns of a
 * conversation are ordered in the service's memory, and would not know of us.
 *
 * @throws AppError `store_unavailable` when there is no database, or it cannot be opened
 */
export async function openToEdit({
  dataDir,
  mongodbUri,
}: Place): Promise<Pick<DocumentStore, 'find' | 'get' | 'insert' | 'replace'> & RawWriter & Closable> {
  return mongodbUri === undefined ? SqliteDocumentEditor.open(dataDir) : asGuest(mongodbUri);
}

const asGuest = (uri: string): Promise<MongoDocumentStore> => MongoDocumentStore.open({ uri, makesIndexes: false });
