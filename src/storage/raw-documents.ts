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
  /**
   * Puts a body of the present schema in the place of the one that was read, and leaves the version as it is: who has read
   * the document before may still replace it.
   *
   * @param document as it was read, but for its body
   * @returns false when it has been replaced, deleted or migrated since it was read
   */
  rewrite<T extends object>(collection: Collection<T>, document: RawDocument): Promise<boolean>;
}

/** Documents in memory at once. Each can have a megabyte. */
export const PAGE = 100;

/** All documents of a collection, in order of id by its bytes. */
export async function* allDocuments<T extends object>(
  reader: RawReader,
  collection: Collection<T>,
): AsyncGenerator<RawDocument, undefined> {
  let afterId: string | undefined;
  for (;;) {
    const page = await reader.page(collection, afterId, PAGE);
    yield* page;
    if (page.length < PAGE) return;
    afterId = page.at(-1)?.id;
  }
}
