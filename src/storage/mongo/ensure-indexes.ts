import { mongo, type Model } from 'mongoose';
import { isDeepStrictEqual } from 'node:util';

import type { Collection, Index } from '../../shared/document-store';
import type { MongoDocument } from './mongo-document';
import { isInterruption, unavailable } from './store-failure';

/** An index as MongoDB lists it, as far as we declare it. */
interface IndexSpec {
  readonly name: string;
  readonly key: Readonly<Record<string, 1>>;
  readonly unique?: true;
  readonly partialFilterExpression?: Readonly<Record<string, { readonly $exists: true }>>;
  readonly expireAfterSeconds?: 0;
  readonly sparse?: never;
}

/** What has to be as declared; servers list more of an index. */
const COMPARED = ['key', 'unique', 'partialFilterExpression', 'expireAfterSeconds', 'sparse'] as const;

type FoundIndex = Readonly<Record<(typeof COMPARED)[number], unknown>> & {
  readonly name: string;
  readonly key: object;
};

const INDEX_NOT_FOUND = 27;
/** By this DocumentDB passes on that PostgreSQL ended a deadlock of two that make the same index. */
const INTERNAL_ERROR = 1;

/** Processes that start at once make the same indexes; each deadlock lets one of them through. */
const MOST_ATTEMPTS = 8;
/** Milliseconds, at most, before the next attempt; by chance, so that not all come back together. */
const PAUSE = 500;

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
  for (let attempt = 1; ; attempt++) {
    try {
      return await makeIndexes(model, specsOf(collection));
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || !mayBeInTheWay(error)) {
        throw unavailable(`the indexes of ${collection.name} are not as they have to be`, error);
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE * Math.random()));
    }
  }
}

async function makeIndexes(model: Model<MongoDocument>, specs: readonly IndexSpec[]): Promise<readonly string[]> {
  await model.createCollection();
  const found = (await model.listIndexes()) as readonly FoundIndex[];
  const wrong = specs.filter((spec) => !found.some((index) => isAsDeclared(index, spec)));
  const inTheWay = found.filter((index) => wrong.some((spec) => isInsteadOf(index, spec)));
  // All go before any is made: one may have the name of one index and the fields of another.
  for (const { name } of inTheWay) await drop(model, name);

  const left = found.filter((index) => !inTheWay.includes(index));
  const repaired: string[] = [];
  for (const spec of specs) {
    if (left.some((index) => isAsDeclared(index, spec))) continue;
    await model.collection.createIndexes([{ ...spec, key: { ...spec.key } }]);
    if (inTheWay.some((index) => isInsteadOf(index, spec))) repaired.push(spec.name);
  }
  return repaired;
}

/** Whether another process may have been making the same. */
const mayBeInTheWay = (error: unknown): boolean =>
  isInterruption(error) || (error instanceof mongo.MongoServerError && error.code === INTERNAL_ERROR);

function specsOf<T extends object>({ indexes, expiry }: Collection<T>): IndexSpec[] {
  const specs = indexes.map(specOf);
  if (expiry === undefined) return specs;
  return [...specs, { name: 'expires', key: { expires: 1 }, expireAfterSeconds: 0 }];
}

/** It knows only documents that have all its fields: others neither count nor stand in the way of a search. */
function specOf<T extends object>({ name, fields, unique }: Index<T>): IndexSpec {
  const paths = fields.map((field) => `body.${field}`);
  const key = Object.fromEntries(paths.map((path) => [path, 1 as const]));
  const exists = { $exists: true } as const;
  const partialFilterExpression = Object.fromEntries(paths.map((path) => [path, exists]));
  return { name, key, ...(unique === true && { unique }), partialFilterExpression };
}

/** In the same order. */
const hasSameFields = (key: object, wanted: object): boolean =>
  isDeepStrictEqual(Object.entries(key), Object.entries(wanted));

const isInsteadOf = ({ name, key }: FoundIndex, spec: IndexSpec): boolean =>
  name === spec.name || hasSameFields(key, spec.key);

const isAsDeclared = (found: FoundIndex, spec: IndexSpec): boolean =>
  hasSameFields(found.key, spec.key) && COMPARED.every((option) => isDeepStrictEqual(found[option], spec[option]));

/** Another process may be doing the same. */
async function drop(model: Model<MongoDocument>, name: string): Promise<void> {
  try {
    await model.collection.dropIndex(name);
  } catch (error) {
    if (!(error instanceof mongo.MongoServerError) || error.code !== INDEX_NOT_FOUND) throw error;
  }
}
