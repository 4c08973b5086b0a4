import type { Collection } from '../shared/document-store';

/** A document as it stands in the database, before any migration. */
export interface RawDocument {
  readonly id: string;
  readonly version: number;
  /** Schema version that the body was written in. */
  readonly schema: number;
  readonly body: object;
}

/** A collection as a whole, for what concerns all documents alike: migration, copy and backup. */
export interface RawReader {
  /** The documents after an id, or the first ones, in order of id by its bytes. */
  page<T extends object>(
    collection: Collection<T>,
    afterId: string | undefined,
    limit: number,
  ): Promise<readonly RawDocument[]>;
}

export interface RawWriter extends RawReader {
  /** Puts a body of the present schema in the place of an older one; not when the document has been replaced since. */
  rewrite<T extends object>(collection: Collection<T>, document: RawDocument): Promise<boolean>;
}
