import { comparableAddress } from '../opt-outs/normalise-address';
import { OPT_OUTS, type OptOut } from '../opt-outs/opt-out';
import { isOpen, OUTBOX, type Message } from '../outbox/outbox-message';
import { QUESTIONS_TO_REVIEW, type QuestionToReview } from '../review/question-to-review';
import type { Case } from '../rights/case';
import type { DocumentStore } from '../shared/document-store';
import { walkIndex } from '../shared/walk-index';
import { CONVERSATIONS } from '../transcript/conversation';
import { ENTRIES, type Entry } from '../transcript/entry';
import { addressesOf, normalAddress } from './addresses';
import { findCases } from './find-cases';
import type { Identifier } from './identifier';
import type { FoundChat, FoundMessage, PersonData } from './person-data';

type Reader = Pick<DocumentStore, 'find' | 'get'>;

/** More than one chat can have. */
const MOST_QUESTIONS = 10_000;

/**
 * Finds what is kept of a person by their e-mail addresses, telephone numbers, references and chats. Nobody is taken for
 * them because of a name. Addresses that a case of theirs tells count for opt-outs and messages, but lead to no further
 * cases: they may be those of somebody who acts for them, or for others.
 */
export async function findPerson(store: Reader, identifiers: readonly Identifier[]): Promise<PersonData> {
  const cases = await findCases(store, identifiers);
  const given = identifiers.flatMap((one) => (one.kind === 'conversation' ? [one.id] : []));
  const ids = new Set([...given, ...cases.flatMap(({ conversationId }) => conversationId ?? [])]);
  const chats: FoundChat[] = [];
  const questions: QuestionToReview[] = [];
  for (const id of ids) {
    chats.push(...(await chatOf(store, id)));
    questions.push(...(await questionsOf(store, id)));
  }
  const named = identifiers.flatMap((one) => ('address' in one ? [one.address] : []));
  const addresses = new Set([...named, ...cases.flatMap(addressesOf)]);
  return {
    chats: chats.sort((one, other) => one.startedAt.localeCompare(other.startedAt)),
    cases,
    messages: await messagesOf(store, addresses, cases),
    optOuts: await optOutsOf(store, addresses, cases),
    questions,
  };
}

/** Nothing where there is no such chat. One of which only what was said with staff is left has no conversation any more. */
async function chatOf(store: Reader, id: string): Promise<readonly FoundChat[]> {
  const conversation = (await store.get(CONVERSATIONS, id))?.body;
  const entries: Entry[] = [];
  const walk = { index: 'by-sequence', equals: { conversationId: id }, field: 'sequence' } as const;
  for await (const page of walkIndex(store, ENTRIES, walk)) entries.push(...page.map(({ body }) => body));
  const known = conversation ?? timesOf(entries);
  if (!known) return [];
  const { channel, userId, startedAt, lastMessageAt, endedAt } = known;
  return [{ id, channel, userId, startedAt, lastMessageAt, ...(endedAt !== undefined && { endedAt }), entries }];
}

function timesOf(entries: readonly Entry[]): Omit<FoundChat, 'id' | 'entries'> | undefined {
  const [first, last] = [entries[0], entries.at(-1)];
  return first && last && { channel: 'unknown', userId: '', startedAt: first.at, lastMessageAt: last.at };
}

async function questionsOf(store: Reader, conversationId: string): Promise<readonly QuestionToReview[]> {
  const query = { index: 'by-conversation', equals: { conversationId }, limit: MOST_QUESTIONS };
  return (await store.find(QUESTIONS_TO_REVIEW, query)).map(({ body }) => body);
}

async function messagesOf(
  store: Reader,
  addresses: ReadonlySet<string>,
  cases: readonly Case[],
): Promise<readonly FoundMessage[]> {
  const found: FoundMessage[] = [];
  for (const state of ['queued', 'sending', 'stuck'] as const) {
    const walk = { index: 'by-state', equals: { state }, field: 'addedAt' } as const;
    for await (const page of walkIndex(store, OUTBOX, walk)) {
      for (const { body } of page) {
        if (!isOpen(body) || !isAbout(body.message, addresses, cases)) continue;
        found.push({ state: body.state, addedAt: body.addedAt, message: body.message });
      }
    }
  }
  return found;
}

function isAbout(message: Message, addresses: ReadonlySet<string>, cases: readonly Case[]): boolean {
  const to = message.kind === 'mail' ? message.to : message.payload.address;
  const address = typeof to === 'string' ? normalAddress(to) : undefined;
  if (address !== undefined && addresses.has(address)) return true;
  const words = JSON.stringify(message);
  return cases.some(({ reference }) => words.includes(reference));
}

async function optOutsOf(
  store: Reader,
  addresses: ReadonlySet<string>,
  cases: readonly Case[],
): Promise<readonly OptOut[]> {
  const references = new Set(cases.map(({ reference }) => reference));
  const found: OptOut[] = [];
  for (const stateName of ['in_force', 'lifted'] as const) {
    const walk = { index: 'by-position', equals: { stateName }, field: 'position' } as const;
    for await (const page of walkIndex(store, OPT_OUTS, walk)) {
      const all = page.map(({ body }) => body.optOut);
      found.push(
        ...all.filter((one) => addresses.has(comparableAddress(one.address)) || references.has(one.reference)),
      );
    }
  }
  return found;
}
