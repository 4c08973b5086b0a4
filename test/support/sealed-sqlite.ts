import type { DocumentStore } from '../../src/shared/document-store';
import { loadOrCreateKey } from '../../src/storage/key-file';
import { EncryptionKeyFile } from '../../src/storage/sealed/encryption-key-file';
import { SealedDocumentStore } from '../../src/storage/sealed/sealed-document-store';
import { Seals } from '../../src/storage/sealed/seals';
import { SqliteDocumentStore } from '../../src/storage/sqlite/sqlite-document-store';

export type ClosableStore = DocumentStore & { close(): void };

/** The database of a data folder as the service has it: sealed with the keys of the folder, which are made. */
export function openSealedSqlite(dataDir: string): ClosableStore {
  const engine = SqliteDocumentStore.open(dataDir);
  const seals = new Seals(EncryptionKeyFile.openOrCreate(dataDir), loadOrCreateKey(dataDir, 'lookup.key'));
  return Object.assign(new SealedDocumentStore(engine, seals), { close: () => engine.close() });
}
