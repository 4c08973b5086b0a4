import { CASES, type Case } from '../rights/case';
import { contactKeysOf } from '../rights/contact-key';
import type { DocumentStore } from '../shared/document-store';
import { walkIndex } from '../shared/walk-index';

type Reader = Pick<DocumentStore, 'find'>;

/** What something has to do with: by this holds and freezes find what they keep. */
export interface Scope {
  readonly conversationId?: string | undefined;
  /** Its own, and those of its conversation. */
  readonly cases: readonly Case[];
  /** Keyed hashes of the contacts that the cases tell. */
  readonly contacts: readonly string[];
  /** ISO times between which it took place. */
  readonly from: string;
  readonly to: string;
}

export async function scopeOfConversation(
  store: Reader,
  lookupKey: string,
  conversation: { readonly id: string; readonly startedAt: string; readonly lastMessageAt: string },
): Promise<Scope> {
  const { id, startedAt: from, lastMessageAt: to } = conversation;
  const cases = await casesIn(store, id);
  return { conversationId: id, cases, contacts: contactsOf(cases, lookupKey), from, to };
}

/** A contact that another case of the same chat tells counts, too: it is the same person. */
export async function scopeOfCase(store: Reader, lookupKey: string, one: Case): Promise<Scope> {
  const { conversationId, receivedAt: from } = one;
  const beside = conversationId === undefined ? [] : await casesIn(store, conversationId);
  const cases = [one, ...beside.filter(({ reference }) => reference !== one.reference)];
  const to = one.timeline.at(-1)?.at ?? from;
  return { conversationId, cases, contacts: contactsOf(cases, lookupKey), from, to };
}

/** All cases of a contact, the oldest first. */
export async function* casesOfContact(store: Reader, contactKey: string): AsyncGenerator<readonly Case[], undefined> {
  const walk = { index: 'by-contact', equals: { contactKey }, field: 'receivedAt' } as const;
  for await (const page of walkIndex(store, CASES, walk)) yield page.map(({ body }) => body);
}

async function casesIn(store: Reader, conversationId: string): Promise<readonly Case[]> {
  const cases: Case[] = [];
  const walk = { index: 'by-conversation', equals: { conversationId }, field: 'receivedAt' } as const;
  for await (const page of walkIndex(store, CASES, walk)) cases.push(...page.map(({ body }) => body));
  return cases;
}

const contactsOf = (cases: readonly Case[], lookupKey: string): readonly string[] => [
  ...new Set(cases.flatMap((one) => contactKeysOf(one, lookupKey))),
];
