import { AppError } from '../shared/app-error';
import type { Clock } from '../shared/clock';
import type { AnyCollection } from '../shared/document-store';
import { copyCollection, type Copied } from './copy-collection';
import { beginCopy, endCopy } from './copy-mark';
import { digestCollection, type Digest } from './digest-collection';
import { MongoDocumentStore } from './mongo/mongo-document-store';
import { SqliteDocumentReader } from './sqlite/sqlite-document-reader';
import { takeWriterLock } from './sqlite/writer-lock';

export interface CopyOptions {
  readonly dataDir: string;
  readonly mongodbUri: string;
  readonly collections: readonly AnyCollection[];
  readonly clock: Clock;
  /** Told of each collection once it is the same in both. */
  readonly onCopied: (name: string, copied: Copied & Digest) => void;
}

/**
 * Copies everything from SQLite to an empty MongoDB, and compares both in the end. The service must not be running. One
 * that was interrupted goes on; until it is finished, no service starts on the MongoDB.
 *
 * @throws AppError `store_locked` when the service is running, `already_there` when the MongoDB is not empty,
 *   `store_unavailable` when one of them cannot be used, or the copy is not the same
 */
export async function copyToMongo({ dataDir, mongodbUri, collections, clock, onCopied }: CopyOptions): Promise<void> {
  const source = SqliteDocumentReader.open(dataDir);
  try {
    const lock = takeWriterLock(dataDir);
    try {
      const target = await MongoDocumentStore.open({ uri: mongodbUri, makesIndexes: true });
      try {
        await beginCopy(target, collections, clock.now());
        for (const collection of collections) {
          const copied = await copyCollection(source, target, collection);
          onCopied(collection.name, { ...copied, ...(await compare(source, target, collection)) });
        }
        await endCopy(target, clock.now());
      } finally {
        await target.close();
      }
    } finally {
      lock.release();
    }
  } finally {
    source.close();
  }
}

async function compare(
  source: SqliteDocumentReader,
  target: MongoDocumentStore,
  collection: AnyCollection,
): Promise<Digest> {
  const wanted = await digestCollection(source, collection);
  const found = await digestCollection(target, collection);
  if (wanted.documents === found.documents && wanted.hash === found.hash) return found;
  const counts = `${wanted.documents} documents there, ${found.documents} here`;
  throw new AppError('store_unavailable', `the copy of ${collection.name} is not the same (${counts}); begin it again`);
}
