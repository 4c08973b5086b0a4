import type Database from 'libsql';

import { AppError } from '../../shared/app-error';
import type { Collection, Index, Query, StoredDocument, Value } from '../../shared/document-store';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly body: string;
}

/**
 * One collection as a table of JSON documents. Indexes are on expressions over the JSON, so a new index needs no
 * change of what is stored. Names come from declared collections only, never from input.
 */
export class CollectionTable<T extends object> {
  private readonly statements = new Map<string, Database.Statement>();

  constructor(
    private readonly database: Database.Database,
    private readonly collection: Collection<T>,
  ) {}

  /** Makes the table and its indexes, unless they are there. */
  create(): void {
    const { name, indexes } = this.collection;
    this.database.exec(
      `CREATE TABLE IF NOT EXISTS "${name}" (id TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID`,
    );
    for (const index of indexes) this.database.exec(this.indexStatement(index));
  }

  insert(id: string, body: T): 'inserted' | 'exists' {
    const sql = `INSERT INTO "${this.collection.name}" (id, version, body) VALUES (?, 1, ?) ON CONFLICT DO NOTHING`;
    return this.prepare(sql).run(id, JSON.stringify(body)).changes === 1 ? 'inserted' : 'exists';
  }

  get(id: string): StoredDocument<T> | undefined {
    // `all`, since `get` of this driver adds a field of its own to the row.
    const rows = this.prepare(`SELECT id, version, body FROM "${this.collection.name}" WHERE id = ?`).all(id) as Row[];
    return rows[0] && toDocument<T>(rows[0]);
  }

  replace(id: string, version: number, body: T): 'replaced' | 'conflict' {
    const sql = `UPDATE "${this.collection.name}" SET version = version + 1, body = ? WHERE id = ? AND version = ?`;
    return this.prepare(sql).run(JSON.stringify(body), id, version).changes === 1 ? 'replaced' : 'conflict';
  }

  delete(id: string): boolean {
    return this.prepare(`DELETE FROM "${this.collection.name}" WHERE id = ?`).run(id).changes === 1;
  }

  find(query: Query<T>): StoredDocument<T>[] {
    const { where, values, orderBy } = this.conditions(query);
    const sql = `SELECT id, version, body FROM "${this.collection.name}"${where}${orderBy} LIMIT ?`;
    return (this.prepare(sql).all(...values, query.limit) as Row[]).map((row) => toDocument<T>(row));
  }

  private conditions({ index, equals, range, order }: Query<T>) {
    const fields = this.collection.indexes.find(({ name }) => name === index)?.fields;
    if (!fields) throw new AppError('store_unavailable', `no index ${index} on ${this.collection.name}`);
    const wanted = new Map<string, Value | undefined>(Object.entries(equals ?? {}));
    const given = fields.filter((field) => wanted.has(field));
    const conditions: [string, Value | undefined][] = given.map((field) => [`${column(field)} = ?`, wanted.get(field)]);

    const open = fields[given.length];
    if (open) conditions.push([`${column(open)} > ?`, range?.above], [`${column(open)} <= ?`, range?.upTo]);
    const used = conditions.filter((condition): condition is [string, Value] => condition[1] !== undefined);
    return {
      where: used.length > 0 ? ` WHERE ${used.map(([sql]) => sql).join(' AND ')}` : '',
      values: used.map(([, value]) => value),
      orderBy: open ? ` ORDER BY ${column(open)} ${order === 'descending' ? 'DESC' : 'ASC'}` : '',
    };
  }

  private indexStatement({ name, fields, unique }: Index<T>): string {
    const columns = fields.map(column).join(', ');
    const kind = unique ? 'UNIQUE INDEX' : 'INDEX';
    return `CREATE ${kind} IF NOT EXISTS "${this.collection.name}_${name}" ON "${this.collection.name}" (${columns})`;
  }

  private prepare(sql: string): Database.Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    const statement = this.database.prepare(sql);
    this.statements.set(sql, statement);
    return statement;
  }
}

const column = (field: string): string => `json_extract(body, '$.${field}')`;

function toDocument<T>({ id, version, body }: Row): StoredDocument<T> {
  return { id, version, body: JSON.parse(body) as T };
}
