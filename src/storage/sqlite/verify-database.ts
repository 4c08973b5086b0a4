import Database from 'libsql';
import { existsSync } from 'node:fs';

import { AppError } from '../../shared/app-error';
import type { AnyCollection } from '../../shared/document-store';
import { schemaOf } from '../schema-version';

/** Documents by collection. */
export type Counts = Readonly<Record<string, number>>;

/**
 * Reads a database file from its first page to its last. Nobody may have it open.
 *
 * @throws AppError `store_unavailable` when it is damaged, is none of ours, or was written by a newer release
 */
export function verifyDatabase(file: string, collections: readonly AnyCollection[]): Counts {
  if (!existsSync(file)) throw new AppError('store_unavailable', `there is no file ${file}`);
  let database: Database.Database | undefined;
  try {
    database = new Database(file);
    database.pragma('query_only = ON');
    const check = database.prepare('PRAGMA integrity_check').all() as { readonly integrity_check: string }[];
    if (check[0]?.integrity_check !== 'ok') throw new Error('integrity_check');
    return countAll(database, collections, file);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('store_unavailable', `${file} is damaged, or is no database`, { cause: error });
  } finally {
    database?.close();
  }
}

function countAll(database: Database.Database, collections: readonly AnyCollection[], file: string): Counts {
  const rows = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  const tables = new Set((rows as { readonly name: string }[]).map(({ name }) => name));
  const kept = collections.filter(({ name }) => tables.has(name));
  if (kept.length === 0) throw new AppError('store_unavailable', `${file} is no database of this service`);
  return Object.fromEntries(kept.map((collection) => [collection.name, count(database, collection)]));
}

function count(database: Database.Database, collection: AnyCollection): number {
  const columns = database.prepare(`PRAGMA table_info("${collection.name}")`).all() as { readonly name: string }[];
  const schema = columns.some(({ name }) => name === 'schema') ? 'MAX(schema)' : '1';
  const rows = database.prepare(`SELECT COUNT(*) AS documents, ${schema} AS newest FROM "${collection.name}"`).all();
  const [{ documents, newest } = { documents: 0, newest: null }] = rows as Found[];
  if (newest !== null && newest > schemaOf(collection)) {
    throw new AppError(
      'store_unavailable',
      `documents of ${collection.name} were written by a newer release than this`,
    );
  }
  return documents;
}

interface Found {
  readonly documents: number;
  readonly newest: number | null;
}
