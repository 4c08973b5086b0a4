/** A document as it stands in MongoDB. */
export interface MongoDocument {
  readonly _id: string;
  readonly version: number;
  /** Schema version of the body. */
  readonly schema: number;
  /** Marks of the writes that made it what it is, the newest last, so that a writer whose answer got lost finds its own. */
  readonly writes: readonly string[];
  /** Of a collection with an expiry: the time at which MongoDB deletes it. */
  readonly expires?: Date;
  readonly body: Readonly<Record<string, unknown>>;
  /** The whole body as JSON, where BSON cannot hold it unchanged; `body` then has what indexes are made of. */
  readonly exact?: string;
}

/**
 * In JSON: halves of characters, which BSON cannot hold; null characters, which it cannot hold in names; names that
 * drivers take for types of their own.
 */
const CANNOT_BE_BSON = /\\ud[89a-f]|\\u0000|"_bsontype"|"__proto__"|"\$/;

/** What is stored of a body. */
export function toStoredBody(body: object): Pick<MongoDocument, 'body' | 'exact'> {
  const exact = JSON.stringify(body);
  const plain = JSON.parse(exact) as Record<string, unknown>;
  const hasNull = Object.values(plain).includes(null);
  if (!hasNull && !CANNOT_BE_BSON.test(exact)) return { body: plain };
  return { body: Object.fromEntries(Object.entries(plain).filter(canBeIndexed)), exact };
}

/** The body that was stored. */
export function fromStoredBody({ body, exact }: Pick<MongoDocument, 'body' | 'exact'>): object {
  return exact === undefined ? body : (JSON.parse(exact) as object);
}

/** A null counts as no value, as it does in SQL. */
const canBeIndexed = ([name, value]: [string, unknown]): boolean =>
  /^[a-z]\w*$/i.test(name) && (typeof value === 'string' || typeof value === 'number');
