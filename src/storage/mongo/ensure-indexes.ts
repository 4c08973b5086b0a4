import { mongo, type Model } from 'mongoose';
import { isDeepStrictEqual } from 'node:util';

import type { Collection, Index } from '../../shared/document-store';
import type { MongoDocument } from './mongo-document';
import { unavailable } from './store-failure';

/** An index as MongoDB lists it, as far as we declare it. */
interface IndexSpec {
  readonly name: string;
  readonly key: Readonly<Record<string, 1>>;
  readonly unique?: true;
  readonly partialFilterExpression?: Readonly<Record<string, { readonly $exists: true }>>;
  readonly expireAfterSeconds?: 0;
}

const INDEX_NOT_FOUND = 27;

/**
 * Makes the indexes of a collection as they are declared. One that is there and differs, such as one that expires with
 * another number, is made anew; others that somebody has added are left alone.
 *
 * @returns the names of those that were made anew
 * @throws AppError `store_unavailable` also when documents are there that a unique index does not allow
 */
export async function ensureIndexes<T extends object>(
  model: Model<MongoDocument>,
  collection: Collection<T>,
): Promise<readonly string[]> {
  try {
    await model.createCollection();
    const found = await model.listIndexes();
    const repaired: string[] = [];
    for (const spec of specsOf(collection)) {
      const same = found.filter(({ name, key }) => name === spec.name || isDeepStrictEqual(key, spec.key));
      if (same.some((index) => isAsDeclared(index, spec))) continue;
      for (const { name } of same) await drop(model, String(name));
      await createIndex(model, spec);
      if (same.length > 0) repaired.push(spec.name);
    }
    return repaired;
  } catch (error) {
    throw unavailable(`the indexes of ${collection.name} cannot be made`, error);
  }
}

function specsOf<T extends object>({ indexes, expiry }: Collection<T>): IndexSpec[] {
  const specs = indexes.map(specOf);
  if (expiry === undefined) return specs;
  return [...specs, { name: 'expires', key: { expires: 1 }, expireAfterSeconds: 0 }];
}

/** One that is unique knows only documents that have all its fields. */
function specOf<T extends object>({ name, fields, unique }: Index<T>): IndexSpec {
  const paths = fields.map((field) => `body.${field}`);
  const key = Object.fromEntries(paths.map((path) => [path, 1 as const]));
  if (unique !== true) return { name, key };
  const exists = { $exists: true } as const;
  return { name, key, unique, partialFilterExpression: Object.fromEntries(paths.map((path) => [path, exists])) };
}

/** Servers list more of an index than was asked for. */
function isAsDeclared(found: Readonly<Record<string, unknown>>, { name: _name, ...wanted }: IndexSpec): boolean {
  const { key, unique, partialFilterExpression, expireAfterSeconds, sparse } = found;
  const compared = { key, unique, partialFilterExpression, expireAfterSeconds, sparse };
  const told = Object.fromEntries(Object.entries(compared).filter(([, value]) => value !== undefined));
  return (
    isDeepStrictEqual(told, wanted) && isDeepStrictEqual(Object.keys(found.key as object), Object.keys(wanted.key))
  );
}

async function createIndex(model: Model<MongoDocument>, { key, ...options }: IndexSpec): Promise<void> {
  await model.collection.createIndex({ ...key }, { ...options });
}

/** Another process may be doing the same. */
async function drop(model: Model<MongoDocument>, name: string): Promise<void> {
  try {
    await model.collection.dropIndex(name);
  } catch (error) {
    if (!(error instanceof mongo.MongoServerError) || error.code !== INDEX_NOT_FOUND) throw error;
  }
}
