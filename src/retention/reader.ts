import type { DocumentStore } from '../shared/document-store';

/** All that finding what is due needs: it changes nothing. */
export type Reader = Pick<DocumentStore, 'find' | 'get'>;

export type Pages<T> = AsyncGenerator<readonly T[], undefined>;
