import type { Collection, DocumentStore, Query, StoredDocument } from '../../shared/document-store';
import type { Seals } from './seals';
import { asStored, openStored } from './stored-collection';

/** Finds documents in an engine whose personal fields are sealed. */
export class SealedReader implements Pick<DocumentStore, 'find' | 'get'> {
  constructor(
    private readonly reader: Pick<DocumentStore, 'find' | 'get'>,
    protected readonly seals: Seals,
  ) {}

  async find<T extends object>(collection: Collection<T>, query: Query<T>): Promise<StoredDocument<T>[]> {
    const found = await this.reader.find(asStored(collection), this.seals.query(collection, query));
    return found.map((document) => this.opened(collection, document));
  }

  async get<T extends object>(collection: Collection<T>, id: string): Promise<StoredDocument<T> | undefined> {
    const found = await this.reader.get(asStored(collection), id);
    return found && this.opened(collection, found);
  }

  protected opened<T extends object>(collection: Collection<T>, { id, version, body }: StoredDocument<T>) {
    return { id, version, body: openStored(collection, body, (stored) => this.seals.open(collection, id, stored)) };
  }
}

type Editor = Omit<DocumentStore, 'delete'>;

/** The same to add and replace single documents, too. */
export class SealedEditor extends SealedReader implements Editor {
  constructor(
    private readonly editor: Editor,
    seals: Seals,
  ) {
    super(editor, seals);
  }

  async insert<T extends object>(collection: Collection<T>, id: string, body: T): Promise<'inserted' | 'exists'> {
    return this.editor.insert(asStored(collection), id, this.seals.seal(collection, id, body) as T);
  }

  async replace<T extends object>(
    collection: Collection<T>,
    id: string,
    version: number,
    body: T,
  ): Promise<'replaced' | 'conflict'> {
    return this.editor.replace(asStored(collection), id, version, this.seals.seal(collection, id, body) as T);
  }
}

/**
 * The document port over an engine that is never shown anything personal: it is sealed on the way in and opened on the
 * way out. Documents from before are read as they are, and sealed when they are replaced.
 */
export class SealedDocumentStore extends SealedEditor implements DocumentStore {
  constructor(
    private readonly store: DocumentStore,
    seals: Seals,
  ) {
    super(store, seals);
  }

  delete<T extends object>(collection: Collection<T>, id: string): Promise<boolean> {
    return this.store.delete(asStored(collection), id);
  }
}
