import type Database from 'libsql';

import { AppError } from '../../shared/app-error';
import type { Collection, Index, Query, StoredDocument, Value } from '../../shared/document-store';
import type { RawDocument } from '../raw-documents';
import { schemaOf, upToDate } from '../schema-version';

interface Row {
  /** The id as JSON: the driver cuts texts off at a null character. */
  readonly quoted: string;
  readonly version: number;
  readonly schema: number;
  readonly body: string;
}

/**
 * One collection as a table of JSON documents. Indexes are on expressions over the JSON, so a new index needs no
 * change of what is stored. Names come from declared collections only, never from input.
 */
export class CollectionTable<T extends object> {
  private readonly statements = new Map<string, Database.Statement>();
  private readonly schema: number;
  private readonly columns: string;

  constructor(
    private readonly database: Database.Database,
    private readonly collection: Collection<T>,
  ) {
    this.schema = schemaOf(collection);
    // Who only reads may open a file that no release with schema versions has written to yet.
    this.columns = `json_quote(id) AS quoted, version, ${this.hasSchemaColumn() ? 'schema' : '1 AS schema'}, body`;
  }

  /** Makes the table and its indexes in a database, or makes them as they are declared now. */
  static create<T extends object>(database: Database.Database, collection: Collection<T>): CollectionTable<T> {
    const { name, indexes } = collection;
    database.exec(
      `CREATE TABLE IF NOT EXISTS "${name}" (id TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL, schema INTEGER NOT NULL DEFAULT 1) WITHOUT ROWID`,
    );
    const table = new CollectionTable(database, collection);
    if (!table.hasSchemaColumn()) return table.withSchemaColumn();
    for (const index of indexes) table.createIndex(index);
    return table;
  }

  insert(id: string, body: T): 'inserted' | 'exists' {
    const sql = `INSERT INTO "${this.collection.name}" (id, version, schema, body) VALUES (?, 1, ?, ?) ON CONFLICT DO NOTHING`;
    return this.prepare(sql).run(id, this.schema, JSON.stringify(body)).changes === 1 ? 'inserted' : 'exists';
  }

  get(id: string): StoredDocument<T> | undefined {
    // `all`, since `get` of this driver adds a field of its own to the row.
    const rows = this.prepare(`SELECT ${this.columns} FROM "${this.collection.name}" WHERE id = ?`).all(id) as Row[];
    return rows[0] && this.toDocument(rows[0]);
  }

  replace(id: string, version: number, body: T): 'replaced' | 'conflict' {
    const sql = `UPDATE "${this.collection.name}" SET version = version + 1, schema = ?, body = ? WHERE id = ? AND version = ?`;
    const { changes } = this.prepare(sql).run(this.schema, JSON.stringify(body), id, version);
    return changes === 1 ? 'replaced' : 'conflict';
  }

  /** Leaves the version as it is: who has read the document before may still replace it. */
  rewrite({ id, version, schema, body }: RawDocument): boolean {
    const sql = `UPDATE "${this.collection.name}" SET schema = ?, body = ? WHERE id = ? AND version = ? AND schema = ?`;
    return this.prepare(sql).run(this.schema, JSON.stringify(body), id, version, schema).changes === 1;
  }

  delete(id: string): boolean {
    return this.prepare(`DELETE FROM "${this.collection.name}" WHERE id = ?`).run(id).changes === 1;
  }

  find(query: Query<T>): StoredDocument<T>[] {
    const { where, values, orderBy } = this.conditions(query);
    const sql = `SELECT ${this.columns} FROM "${this.collection.name}"${where}${orderBy} LIMIT ?`;
    return (this.prepare(sql).all(...values, query.limit) as Row[]).map((row) => this.toDocument(row));
  }

  page(afterId: string | undefined, limit: number): RawDocument[] {
    const where = afterId === undefined ? '' : ' WHERE id > ?';
    const sql = `SELECT ${this.columns} FROM "${this.collection.name}"${where} ORDER BY id LIMIT ?`;
    const values = afterId === undefined ? [limit] : [afterId, limit];
    return (this.prepare(sql).all(...values) as Row[]).map(({ quoted, version, schema, body }) => {
      return { id: JSON.parse(quoted) as string, version, schema, body: JSON.parse(body) as object };
    });
  }

  private conditions({ index, equals, range, order }: Query<T>) {
    const fields = this.collection.indexes.find(({ name }) => name === index)?.fields;
    if (!fields) throw new AppError('store_unavailable', `no index ${index} on ${this.collection.name}`);
    const wanted = new Map<string, Value | undefined>(Object.entries(equals ?? {}));
    const given = fields.filter((field) => wanted.has(field));
    const conditions: [string, Value | undefined][] = given.map((field) => [`${column(field)} = ?`, wanted.get(field)]);

    const left = fields.slice(given.length);
    const [open] = left;
    if (open) conditions.push([`${column(open)} > ?`, range?.above], [`${column(open)} <= ?`, range?.upTo]);
    const used = conditions.filter((condition): condition is [string, Value] => condition[1] !== undefined);
    const present = left.map((field) => `${column(field)} ${ANY_VALUE}`);
    const all = [...used.map(([sql]) => sql), ...present];
    return {
      where: all.length > 0 ? ` WHERE ${all.join(' AND ')}` : '',
      values: used.map(([, value]) => value),
      orderBy: open ? ` ORDER BY ${column(open)} ${order === 'descending' ? 'DESC' : 'ASC'}` : '',
    };
  }

  private createIndex({ name, fields, unique }: Index<T>): void {
    const label = `${this.collection.name}_${name}`;
    const kind = unique ? 'UNIQUE INDEX' : 'INDEX';
    const sql = `CREATE ${kind} "${label}" ON "${this.collection.name}" (${fields.map(column).join(', ')})`;
    const found = this.database.prepare("SELECT sql FROM sqlite_master WHERE type = 'index' AND name = ?").all(label);
    const known = (found as { readonly sql: string }[])[0]?.sql;
    if (known === sql) return;
    if (known !== undefined) this.database.exec(`DROP INDEX "${label}"`);
    this.database.exec(sql);
  }

  private hasSchemaColumn(): boolean {
    const columns = this.database.prepare(`PRAGMA table_info("${this.collection.name}")`).all();
    return (columns as { readonly name: string }[]).some(({ name }) => name === 'schema');
  }

  private withSchemaColumn(): CollectionTable<T> {
    this.database.exec(`ALTER TABLE "${this.collection.name}" ADD COLUMN schema INTEGER NOT NULL DEFAULT 1`);
    return CollectionTable.create(this.database, this.collection);
  }

  private prepare(sql: string): Database.Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    const statement = this.database.prepare(sql);
    this.statements.set(sql, statement);
    return statement;
  }

  private toDocument({ quoted, version, schema, body }: Row): StoredDocument<T> {
    return {
      id: JSON.parse(quoted) as string,
      version,
      body: upToDate(this.collection, schema, JSON.parse(body) as object),
    };
  }
}

/** Every number and text, but not NULL. Said with IS NOT NULL, SQLite would go through all that have none first. */
const ANY_VALUE = '>= -9e999';

const column = (field: string): string => `json_extract(body, '$.${field}')`;
