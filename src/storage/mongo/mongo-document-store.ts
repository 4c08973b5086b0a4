import type { Connection, Model, mongo, UpdateQuery } from 'mongoose';
import { randomBytes } from 'node:crypto';

import type { AnyCollection, Collection, DocumentStore, Query, StoredDocument } from '../../shared/document-store';
import type { RawDocument, RawWriter } from '../raw-documents';
import { schemaOf, upToDate } from '../schema-version';
import { modelOf } from './collection-model';
import { connect, READ_LIMIT } from './connect';
import { ensureIndexes } from './ensure-indexes';
import { fromStoredBody, toStoredBody, type MongoDocument } from './mongo-document';
import { toFilter } from './query-filter';
import { severalAttempts } from './several-attempts';
import { isDuplicate } from './store-failure';
import { writeOnce } from './write-once';

export interface MongoOptions {
  readonly uri: string;
  /** Whether collections and indexes are made as they are declared; not for a guest that only looks at what is there. */
  readonly makesIndexes: boolean;
  /** Told of indexes that were not as declared, and were made anew. */
  readonly onRepaired?: (index: string) => void;
}

/**
 * Documents in MongoDB. An acknowledged write is in the journals of most servers of the set. Any number of processes
 * may use it: documents are coordinated by their versions alone.
 */
export class MongoDocumentStore implements DocumentStore, RawWriter {
  private readonly models = new Map<object, Promise<Model<MongoDocument>>>();

  private constructor(
    private readonly connection: Connection,
    private readonly options: MongoOptions,
  ) {}

  /** @throws AppError `store_unavailable` when the database cannot be reached or does not let us in */
  static async open(options: MongoOptions): Promise<MongoDocumentStore> {
    return new MongoDocumentStore(await connect(options.uri), options);
  }

  /** Makes these collections and their indexes as they are declared; others when they are used first. */
  async prepare(collections: readonly AnyCollection[]): Promise<void> {
    for (const collection of collections) await this.model(collection);
  }

  async insert<T extends object>(collection: Collection<T>, id: string, body: T): Promise<'inserted' | 'exists'> {
    const mark = newMark();
    const document = { _id: id, version: 1, writes: [mark], ...contentOf(collection, body) };
    const outcome = await this.write(collection, { id, version: 1, mark }, async (model) => {
      try {
        await model.collection.insertOne(document as object);
        return 'done';
      } catch (error) {
        if (isDuplicate(error)) return 'refused';
        throw error;
      }
    });
    return outcome === 'done' ? 'inserted' : 'exists';
  }

  async get<T extends object>(collection: Collection<T>, id: string): Promise<StoredDocument<T> | undefined> {
    const found = await this.read(collection, (model) => model.findOne(byId(id)).maxTimeMS(READ_LIMIT).lean());
    return found ? toStored(collection, found) : undefined;
  }

  async replace<T extends object>(
    collection: Collection<T>,
    id: string,
    version: number,
    body: T,
  ): Promise<'replaced' | 'conflict'> {
    const mark = newMark();
    const change = changeTo(contentOf(collection, body), mark, 1);
    const outcome = await this.write(collection, { id, version: version + 1, mark }, async (model) => {
      const { matchedCount } = await model.updateOne({ ...byId(id), version }, change);
      return matchedCount === 1 ? 'done' : 'refused';
    });
    return outcome === 'done' ? 'replaced' : 'conflict';
  }

  async find<T extends object>(collection: Collection<T>, query: Query<T>): Promise<StoredDocument<T>[]> {
    const { filter, sort } = toFilter(collection, query);
    const found = await this.read(collection, (model) =>
      model.find(filter).sort(sort).limit(query.limit).maxTimeMS(READ_LIMIT).lean(),
    );
    return found.map((document) => toStored(collection, document));
  }

  async delete<T extends object>(collection: Collection<T>, id: string): Promise<boolean> {
    const model = await this.model(collection);
    const outcome = await writeOnce({
      attempt: async () => {
        const { deletedCount } = await model.deleteOne(byId(id));
        return deletedCount === 1 ? 'done' : 'refused';
      },
      // It is gone, and after an attempt whose answer got lost we may have done it.
      whose: () => Promise.resolve('ours'),
    });
    return outcome === 'done';
  }

  async page<T extends object>(
    collection: Collection<T>,
    afterId: string | undefined,
    limit: number,
  ): Promise<readonly RawDocument[]> {
    const filter = afterId === undefined ? {} : { _id: { $gt: afterId } };
    const found = await this.read(collection, (model) =>
      model.find(filter).sort({ _id: 1 }).limit(limit).maxTimeMS(READ_LIMIT).lean(),
    );
    return found.map(({ _id: id, version, schema, ...stored }) => ({
      id,
      version,
      schema,
      body: fromStoredBody(stored),
    }));
  }

  async rewrite<T extends object>(
    collection: Collection<T>,
    { id, version, schema, body }: RawDocument,
  ): Promise<boolean> {
    const mark = newMark();
    const content = contentOf(collection, body);
    const older = { ...byId(id), version, schema };
    const outcome = await this.write(collection, { id, version, mark }, async (model) => {
      const { matchedCount } = await model.updateOne(older, changeTo(content, mark, 0));
      return matchedCount === 1 ? 'done' : 'refused';
    });
    return outcome === 'done';
  }

  /** Puts documents just as they are, whatever stands under their ids. */
  async putAll<T extends object>(collection: Collection<T>, documents: readonly RawDocument[]): Promise<void> {
    const model = await this.model(collection);
    const replacements = documents.map(({ id, version, schema, body }) => ({
      replaceOne: {
        filter: { _id: id },
        replacement: { version, writes: [], ...contentOf(collection, body), schema },
        upsert: true,
      },
    }));
    await severalAttempts(`documents of ${collection.name} could not be put`, () =>
      // Not by the model: it leaves out without a word what it would not have written itself.
      model.collection.bulkWrite(replacements as object[] as mongo.AnyBulkWriteOperation[], { ordered: false }),
    );
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  private async write<T extends object>(
    collection: Collection<T>,
    { id, version, mark }: { readonly id: string; readonly version: number; readonly mark: string },
    attempt: (model: Model<MongoDocument>) => Promise<'done' | 'refused'>,
  ): Promise<'done' | 'refused'> {
    const model = await this.model(collection);
    return writeOnce({
      attempt: () => attempt(model),
      whose: async () => {
        const found = await model.findOne(byId(id), { version: 1, writes: 1 }).maxTimeMS(READ_LIMIT).lean();
        if (found?.writes.includes(mark)) return 'ours';
        return found && found.version >= version + MARKS ? 'unclear' : 'theirs';
      },
    });
  }

  private async read<T extends object, R>(
    collection: Collection<T>,
    read: (model: Model<MongoDocument>) => PromiseLike<R>,
  ): Promise<R> {
    const model = await this.model(collection);
    return severalAttempts('the database did not answer', () => read(model));
  }

  private model<T extends object>(collection: Collection<T>): Promise<Model<MongoDocument>> {
    const known = this.models.get(collection);
    if (known) return known;
    const made = this.makeModel(collection);
    this.models.set(collection, made);
    made.catch(() => this.models.delete(collection));
    return made;
  }

  private async makeModel<T extends object>(collection: Collection<T>): Promise<Model<MongoDocument>> {
    const model = modelOf(this.connection, collection);
    if (!this.options.makesIndexes) return model;
    const repaired = await ensureIndexes(model, collection);
    repaired.forEach((index) => this.options.onRepaired?.(`${index} of ${collection.name}`));
    return model;
  }
}

function toStored<T extends object>(collection: Collection<T>, document: MongoDocument): StoredDocument<T> {
  const { _id: id, version, schema } = document;
  return { id, version, body: upToDate(collection, schema, fromStoredBody(document)) };
}

/** Never an operator, whatever it was made of. */
const byId = (id: string) => ({ _id: { $eq: id } });

/** Marks that a document keeps: so many writes later, one whose answer got lost can still be told. */
const MARKS = 16;

const newMark = (): string => randomBytes(9).toString('base64url');

type Content = Pick<MongoDocument, 'schema' | 'expires' | 'body' | 'exact'>;

function contentOf<T extends object>(collection: Collection<T>, body: object): Content {
  const { expiry } = collection;
  const expires = expiry === undefined ? undefined : readTime((body as Readonly<Record<string, unknown>>)[expiry]);
  return { schema: schemaOf(collection), ...(expires && { expires }), ...toStoredBody(body) };
}

/** @param step what is added to the version */
function changeTo({ expires, exact, ...content }: Content, mark: string, step: 0 | 1): UpdateQuery<MongoDocument> {
  const kept = { ...content, ...(expires && { expires }), ...(exact !== undefined && { exact }) };
  const gone = { ...(!expires && { expires: '' }), ...(exact === undefined && { exact: '' }) };
  return {
    $set: kept,
    $unset: gone,
    $inc: { version: step },
    $push: { writes: { $each: [mark], $slice: -MARKS } },
  };
}

function readTime(value: unknown): Date | undefined {
  const time = new Date(typeof value === 'string' ? value : NaN);
  return Number.isNaN(time.getTime()) ? undefined : time;
}
