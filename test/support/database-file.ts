import Database from 'libsql';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { COLLECTIONS } from '../../src/collections';
import { EncryptionKeyFile } from '../../src/storage/sealed/encryption-key-file';
import { KEY_CHECK } from '../../src/storage/sealed/key-check';
import { Seals } from '../../src/storage/sealed/seals';

export interface Row {
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Every row of every table of a data folder, opened by the keys in it; the service may be running. */
export function readTables(dataDir: string): Record<string, Row[]> {
  const keys = EncryptionKeyFile.open(dataDir);
  const tables = readStoredTables(dataDir);
  if (!keys) return tables;
  const seals = new Seals(keys, '');
  const opened = (name: string, { id, body }: Row): Row => {
    const collection = COLLECTIONS.find((one) => one.name === name);
    return { id, body: collection ? (seals.open(collection, id, body) as Row['body']) : body };
  };
  const own = Object.entries(tables).filter(([name]) => name !== KEY_CHECK.name);
  return Object.fromEntries(own.map(([name, rows]) => [name, rows.map((row) => opened(name, row))]));
}

/** The same as it stands in the file. */
export function readStoredTables(dataDir: string): Record<string, Row[]> {
  return withDatabase(dataDir, (database) => {
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[];
    return Object.fromEntries(tables.map(({ name }) => [name, rowsOf(database, name)]));
  });
}

/** "ok" when every page of the file and every index is as it should be. */
export function integrityOf(dataDir: string): string {
  return withDatabase(dataDir, (database) => {
    const [row] = database.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[];
    return row?.integrity_check ?? 'no answer';
  });
}

/** Files of a data folder in which these words stand anywhere, also where no table shows them. */
export function filesWith(dataDir: string, words: string): string[] {
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(words))
    .map(({ name }) => name);
}

function rowsOf(database: Database.Database, table: string): Row[] {
  const rows = database.prepare(`SELECT id, body FROM "${table}"`).all() as { id: string; body: string }[];
  return rows.map(({ id, body }) => ({ id, body: JSON.parse(body) as Row['body'] }));
}

function withDatabase<T>(dataDir: string, use: (database: Database.Database) => T): T {
  const database = new Database(join(dataDir, 'desk.db'));
  try {
    return use(database);
  } finally {
    database.close();
  }
}
