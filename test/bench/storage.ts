import Database from 'libsql';
import { createConnection } from 'mongoose';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';

import type { DocumentStore } from '../../src/shared/document-store';
import { MongoDocumentStore } from '../../src/storage/mongo/mongo-document-store';
import { SqliteDocumentStore } from '../../src/storage/sqlite/sqlite-document-store';
import { BENCH_ENTRIES, benchEntry, DUE, measureCosts, timed, type Costs } from './storage-cost';
import { formatTable } from './table';

/**
 * Measures what an operation costs as the collection grows, on SQLite and on the server of MONGODB_URI. Microseconds of
 * two machines cannot be compared; the ratios of one run can: to the smallest collection, and to a bare insert.
 */
const SQLITE_SIZES = [10_000, 100_000, 1_000_000] as const;
const MONGO_SIZES = [10_000, 100_000] as const;
/** Written at once while the collection is filled. */
const BATCH = 1000;
const BARE_ROUNDS = 40;
const BARE_AT_ONCE = 50;

interface Measured {
  readonly size: number;
  readonly costs: Costs;
  /** Megabytes of this process. */
  readonly memory: number;
}

async function main(): Promise<void> {
  const gigabytes = Math.round(totalmem() / 1024 ** 3);
  console.log(`${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, ${gigabytes} GB, Node ${process.version}\n`);
  await benchSqlite();
  const uri = process.env.MONGODB_URI ?? '';
  if (uri === '') console.log('MONGODB_URI is not set: nothing was measured on MongoDB.');
  else await benchMongo(uri);
}

async function benchSqlite(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'privacy-desk-bench-'));
  try {
    const bare = await bareSqliteInsert(join(folder, 'bare.db'));
    const store = SqliteDocumentStore.open(join(folder, 'data'));
    const insert = async (from: number, end: number): Promise<void> => {
      await Promise.all(range(from, end).map(({ id, ...body }) => store.insert(BENCH_ENTRIES, id, body)));
    };
    tell('SQLite', bare, await measureSizes(store, SQLITE_SIZES, insert));
    store.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function benchMongo(server: string): Promise<void> {
  const url = new URL(server);
  url.pathname = `/privacy-desk-bench-${randomUUID()}`;
  const connection = await createConnection(url.href).asPromise();
  try {
    const info = (await connection.db?.admin().command({ buildInfo: 1 })) as { ferretdb?: { version: string } };
    const name = info.ferretdb ? `FerretDB ${info.ferretdb.version}, which speaks the protocol of MongoDB` : 'MongoDB';
    const bareCollection = connection.collection('bare');
    const bare = await timed(BARE_ROUNDS, (round) =>
      Promise.all(
        range(round * BARE_AT_ONCE, (round + 1) * BARE_AT_ONCE).map((entry) =>
          bareCollection.insertOne({ ...entry }, { writeConcern: { w: 'majority', journal: true } }),
        ),
      ),
    );
    const store = await MongoDocumentStore.open({ uri: url.href, makesIndexes: true });
    await store.prepare([BENCH_ENTRIES]);
    const insert = (from: number, end: number): Promise<void> =>
      store.putAll(
        BENCH_ENTRIES,
        range(from, end).map(({ id, ...body }) => ({ id, version: 1, schema: 1, body })),
      );
    tell(name, bare / BARE_AT_ONCE, await measureSizes(store, MONGO_SIZES, insert));
    await store.close();
  } finally {
    await connection.dropDatabase();
    await connection.close();
  }
}

/** The same texts in a table with nothing but its key, committed as often. */
async function bareSqliteInsert(file: string): Promise<number> {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE bare (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID');
  const statement = database.prepare('INSERT INTO bare VALUES (?, ?)');
  const micros = await timed(BARE_ROUNDS, (round) => {
    database.exec('BEGIN IMMEDIATE');
    for (const { id, ...body } of range(round * BARE_AT_ONCE, (round + 1) * BARE_AT_ONCE)) {
      statement.run(id, JSON.stringify(body));
    }
    database.exec('COMMIT');
    return Promise.resolve();
  });
  database.close();
  return micros / BARE_AT_ONCE;
}

/** Fills the collection up to each size, and measures there. */
async function measureSizes(
  store: DocumentStore,
  sizes: readonly number[],
  insert: (from: number, end: number) => Promise<void>,
): Promise<Measured[]> {
  const measured: Measured[] = [];
  await insert(0, DUE);
  let [first, end] = [DUE, DUE];
  for (const size of sizes) {
    for (; DUE + end - first < size; end = Math.min(end + BATCH, first + size - DUE)) {
      await insert(end, Math.min(end + BATCH, first + size - DUE));
    }
    const result = await measureCosts(store, first, end);
    [first, end] = [result.first, result.end];
    global.gc?.();
    measured.push({ size, costs: result.costs, memory: process.memoryUsage().rss / 1024 ** 2 });
  }
  return measured;
}

function tell(engine: string, bare: number, measured: readonly Measured[]): void {
  const [smallest] = measured;
  const operations = ['insert', 'page', 'claim', 'sweep'] as const;
  const rows = operations.map((operation) => [
    operation,
    ...measured.flatMap(({ costs }) => [
      `${Math.round(costs[operation])} µs`,
      (costs[operation] / (smallest?.costs[operation] ?? NaN)).toFixed(2),
    ]),
    ((measured.at(-1)?.costs[operation] ?? NaN) / bare).toFixed(1),
  ]);
  const memory = ['memory', ...measured.flatMap(({ memory: megabytes }) => [`${Math.round(megabytes)} MB`, '']), ''];
  const sizes = measured.flatMap(({ size }) => [size.toLocaleString('en-GB'), 'ratio']);
  console.log(`${engine}; a bare insert: ${Math.round(bare)} µs`);
  console.log(formatTable(['', ...sizes, 'of a bare insert'], [...rows, memory]) + '\n');
}

function range(from: number, end: number): ReturnType<typeof benchEntry>[] {
  return Array.from({ length: end - from }, (_, n) => benchEntry(from + n));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
