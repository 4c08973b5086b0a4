/**
 * The document port: all that the product asks of a database, small enough that any document or SQL engine serves.
 * There is no transaction over several documents: what must change together lives in one document.
 *
 * Bodies are plain JSON; dates are ISO strings in UTC, which sort as they should.
 */
export interface DocumentStore {
  /** Adds a document unless its id, or a value that has to be unique, is taken already. */
  insert<T extends object>(collection: Collection<T>, id: string, body: T): Promise<'inserted' | 'exists'>;
  get<T extends object>(collection: Collection<T>, id: string): Promise<StoredDocument<T> | undefined>;
  /** Writes the next version, if `version` is still the stored one: the compare-and-set that all coordination rests on. */
  replace<T extends object>(
    collection: Collection<T>,
    id: string,
    version: number,
    body: T,
  ): Promise<'replaced' | 'conflict'>;
  find<T extends object>(collection: Collection<T>, query: Query<T>): Promise<StoredDocument<T>[]>;
  /** Whether there was such a document; true as well when the answer of the database got lost, and it is gone now. */
  delete<T extends object>(collection: Collection<T>, id: string): Promise<boolean>;
}

export interface StoredDocument<T> {
  readonly id: string;
  /** 1 when inserted, one more with each replacement. */
  readonly version: number;
  readonly body: T;
}

/** A kind of document, declared once beside the subject that owns it. */
export interface Collection<T extends object> {
  readonly name: string;
  readonly indexes: readonly Index<T>[];
  /**
   * The fields that hold anything about a person: where documents are sealed, the database has them only sealed. One that
   * stands in an index is kept there as a keyed hash, and so can be found by equality, but in no range or order. The name
   * `sealed` is not free for a field then.
   */
  readonly personal?: readonly Field<T>[];
  /**
   * The field with the time after which the database may delete the document by itself, if it can. Only where nothing
   * hangs on the document, nobody needs a receipt, and no hold can keep it.
   */
  readonly expiry?: Field<T>;
  /**
   * From each schema version to the next, the first from version 1. Documents are migrated when they are read, and all
   * at once by `npm run migrate`, which has to be run before an index is of use to which a migration adds a field.
   */
  readonly migrations?: readonly Migration[];
}

/** A kind of document of which only what is declared matters, not what is in the bodies. */
export type AnyCollection = Collection<never>;

/** Makes a body of one schema version into one of the next. Never changed once it was released. */
export type Migration = (body: object) => object;

export type Field<T> = keyof T & string;

export interface Index<T> {
  readonly name: string;
  /** In order: a query gives values for the leading ones and a range of the one after them. */
  readonly fields: readonly Field<T>[];
  /** At most one document for each combination of values; documents that lack one of the fields do not count. */
  readonly unique?: boolean;
}

export type Value = string | number;

/**
 * Documents by a declared index, in the order of the first of its fields that `equals` leaves open; only those that have
 * all its fields.
 */
export interface Query<T> {
  readonly index: string;
  readonly equals?: Readonly<Partial<Record<Field<T>, Value>>>;
  /** Bounds of the first field that `equals` leaves open. */
  readonly range?: { readonly above?: Value; readonly upTo?: Value };
  readonly order?: 'ascending' | 'descending';
  readonly limit: number;
}
