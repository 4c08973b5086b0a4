import { CASES, type Case } from '../rights/case';
import type { DocumentStore, Query } from '../shared/document-store';
import { walkIndex } from '../shared/walk-index';
import { addressesOf } from './addresses';
import type { Identifier } from './identifier';

type Reader = Pick<DocumentStore, 'find'>;

const STATES = ['incomplete', 'sent', 'withdrawn'] as const satisfies readonly Case['state']['name'][];

/**
 * The cases of a person: of their references with all of the same message, of their chats, and every one that tells an
 * address of theirs, whether or not its form was sent. For the last, all cases are looked through.
 *
 * @returns the earliest first
 */
export async function findCases(store: Reader, identifiers: readonly Identifier[]): Promise<readonly Case[]> {
  const found = new Map<string, Case>();
  const add = (cases: readonly Case[]): void => cases.forEach((one) => found.set(one.reference, one));
  for (const identifier of identifiers) add(await casesBy(store, identifier));
  const addresses = new Set(identifiers.flatMap((one) => ('address' in one ? [one.address] : [])));
  if (addresses.size > 0) add(await casesWith(store, addresses));

  const conversations = new Set([...found.values()].flatMap(({ conversationId }) => conversationId ?? []));
  for (const id of conversations) add(await casesBy(store, { kind: 'conversation', id }));
  return [...found.values()].sort((one, other) => one.receivedAt.localeCompare(other.receivedAt));
}

async function casesBy(store: Reader, identifier: Identifier): Promise<readonly Case[]> {
  const find = async (
    query: Pick<Query<Case & { stateName: string }>, 'index' | 'equals'>,
  ): Promise<readonly Case[]> => {
    const cases: Case[] = [];
    const walk = { ...query, field: 'receivedAt' } as const;
    for await (const page of walkIndex(store, CASES, walk)) cases.push(...page.map(({ body }) => body));
    return cases;
  };
  if (identifier.kind === 'conversation') {
    return find({ index: 'by-conversation', equals: { conversationId: identifier.id } });
  }
  if (identifier.kind !== 'reference') return [];
  const { reference } = identifier;
  const [one] = await store.find(CASES, { index: 'by-reference', equals: { reference }, limit: 1 });
  return one ? find({ index: 'by-family', equals: { family: one.body.family } }) : [];
}

async function casesWith(store: Reader, addresses: ReadonlySet<string>): Promise<readonly Case[]> {
  const found: Case[] = [];
  for (const stateName of STATES) {
    const walk = { index: 'by-state', equals: { stateName }, field: 'receivedAt' } as const;
    for await (const page of walkIndex(store, CASES, walk)) {
      const own = page.filter(({ body }) => addressesOf(body).some((address) => addresses.has(address)));
      found.push(...own.map(({ body }) => body));
    }
  }
  return found;
}
