import type { Reply } from './reply';

/** A reply of a kind that says nothing yet, to be spread into one that does. */
export function emptyReply<K extends Reply['kind']>(kind: K): Reply & { readonly kind: K } {
  return { kind, paragraphs: [], quotes: [], after: [], facts: [], choices: [] };
}
