import { Schema, type Connection, type Model } from 'mongoose';

import type { Collection } from '../../shared/document-store';
import type { MongoDocument } from './mongo-document';

/** Nothing is filled in, cast or left out: what is in a body is the business of the subject that owns it. */
const SCHEMA = new Schema<MongoDocument>(
  {
    _id: String,
    version: Number,
    schema: Number,
    writes: [String],
    expires: Date,
    body: Schema.Types.Mixed,
    exact: String,
  },
  { minimize: false, versionKey: false, suppressReservedKeysWarning: true },
);

/** The mongoose model of a collection. */
export function modelOf<T extends object>(connection: Connection, { name }: Collection<T>): Model<MongoDocument> {
  return connection.model<MongoDocument>(name, SCHEMA, name, { overwriteModels: true });
}
