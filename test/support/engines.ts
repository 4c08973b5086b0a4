import { createConnection } from 'mongoose';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { DocumentStore } from '../../src/shared/document-store';
import type { RawStore } from '../../src/storage/sealed/seal-everything';
import { SealedDocumentStore } from '../../src/storage/sealed/sealed-document-store';
import { SqliteDocumentEditor } from '../../src/storage/sqlite/sqlite-document-editor';
import { MongoDocumentStore } from '../../src/storage/mongo/mongo-document-store';
import { SqliteDocumentStore } from '../../src/storage/sqlite/sqlite-document-store';
import { startProxy, type CuttableProxy } from './cuttable-proxy';
import { testSeals } from './test-seals';

/** The server to test on, or nothing. */
export const MONGODB_URI = process.env.TEST_MONGODB_URI ?? '';

/** A store on an engine, empty. */
export interface OpenEngine {
  readonly store: DocumentStore;
  /** The same documents as they stand in the database. */
  readonly raw: RawStore;
  /** What lies between us and the database, where it is a server. */
  readonly network?: CuttableProxy;
  close(): Promise<void>;
}

/** Every engine that is there to test on: SQLite, and MongoDB where MONGODB_URI names one. */
export const ENGINES: readonly (readonly [name: string, open: () => Promise<OpenEngine>])[] = [
  ['SQLite', openSqlite],
  ...(MONGODB_URI === '' ? [] : ([['MongoDB', openMongo]] as const)),
];

export function openSqlite(): Promise<OpenEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'privacy-desk-store-'));
  const store = SqliteDocumentStore.open(folder);
  const raw = SqliteDocumentEditor.open(folder);
  const close = (): Promise<void> => {
    raw.close();
    store.close();
    rmSync(folder, { recursive: true });
    return Promise.resolve();
  };
  return Promise.resolve({ store, raw, close });
}

/** The same with what is personal sealed. */
export const sealed =
  (open: () => Promise<OpenEngine>): (() => Promise<OpenEngine>) =>
  async () => {
    const engine = await open();
    return { ...engine, store: new SealedDocumentStore(engine.store, testSeals('k1')), close: () => engine.close() };
  };

export interface OpenMongo extends OpenEngine {
  readonly store: MongoDocumentStore;
  readonly network: CuttableProxy;
}

export async function openMongo(): Promise<OpenMongo> {
  const database = newDatabase();
  const { hostname, port } = new URL(database.uri);
  const network = await startProxy(Number(port === '' ? 27017 : port), hostname);
  const uri = throughProxy(database.uri, network.port);
  const store = await MongoDocumentStore.open({ uri, makesIndexes: true });
  const close = async (): Promise<void> => {
    await store.close();
    await network.stop();
    await database.drop();
  };
  return { store, raw: store, network, close };
}

/** A database of its own beside the one that MONGODB_URI names. */
export function newDatabase(): { readonly uri: string; drop(): Promise<void> } {
  const url = new URL(MONGODB_URI);
  if (url.protocol !== 'mongodb:' || url.host.includes(','))
    throw new Error('the tests need a MONGODB_URI of one host');
  if (url.searchParams.get('authSource') === null && url.username !== '') {
    url.searchParams.set('authSource', url.pathname.slice(1));
  }
  url.pathname = `/privacy-desk-test-${randomUUID()}`;
  const uri = url.href;
  const drop = async (): Promise<void> => {
    const connection = await createConnection(uri).asPromise();
    await connection.dropDatabase();
    await connection.close();
  };
  return { uri, drop };
}

/** The set's own names for its servers would lead past the proxy. */
export function throughProxy(uri: string, port: number): string {
  const url = new URL(uri);
  url.host = `127.0.0.1:${port}`;
  url.searchParams.delete('replicaSet');
  url.searchParams.set('directConnection', 'true');
  return url.href;
}

/** Every database that a service or a command can be started on; the address is empty for the SQLite of its folder. */
export const DATABASES: readonly (readonly [name: string, make: typeof newDatabase])[] = [
  ['SQLite', () => ({ uri: '', drop: () => Promise.resolve() })],
  ...(MONGODB_URI === '' ? [] : ([['MongoDB', newDatabase]] as const)),
];
