import { readReference } from '../rights/reference';
import { normaliseEmail } from '../shared/normalise-email';
import { normalisePhone } from '../shared/normalise-phone';

/** What a person is looked for by. */
export type Identifier =
  | { readonly kind: 'email' | 'phone'; readonly address: string }
  | { readonly kind: 'reference'; readonly reference: string }
  | { readonly kind: 'conversation'; readonly id: string };

/** Ids of chats are longer than any word that somebody might type instead. */
const CONVERSATION_ID = /^\S{16,250}$/;

/**
 * Reads an e-mail address, a telephone number, a reference or the id of a chat, in whatever way it is written.
 *
 * @returns undefined for anything else, such as a name: names are shared, and misspelt
 */
export function readIdentifier(text: string): Identifier | undefined {
  const email = normaliseEmail(text);
  if (email !== undefined) return { kind: 'email', address: email };
  const phone = normalisePhone(text);
  if (phone !== undefined) return { kind: 'phone', address: phone };
  const plain = text.trim();
  if (CONVERSATION_ID.test(plain)) return { kind: 'conversation', id: plain };
  const read = readReference(plain);
  return read.kind === 'reference' ? { kind: 'reference', reference: read.reference } : undefined;
}
