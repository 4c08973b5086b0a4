import { CASES, type Case } from '../rights/case';
import { walkIndex } from '../shared/walk-index';
import { CONVERSATIONS, type Conversation } from '../transcript/conversation';
import { lastEntryOf } from '../transcript/part-entries';
import type { DueConversation } from './due-item';
import type { Pages, Reader } from './reader';
import type { Schedule } from './schedule';
import { casesOfContact } from './scope';
import { timeOf } from './time-of';

/** Conversations that somebody wants deleted, and those whose time is over. Each once. */
export async function* dueConversations(store: Reader, schedule: Schedule, now: Date): Pages<DueConversation> {
  const seen = new Set<string>();
  const news = (page: readonly DueConversation[]): readonly DueConversation[] =>
    page.filter(({ id }) => !seen.has(id) && seen.add(id));
  for await (const page of markedConversations(store)) yield news(page);
  for await (const page of erasedConversations(store)) yield news(page);

  const { upTo, ends, isOver } = timeOf(schedule, 'bot_conversation', now);
  const walk = { index: 'by-last-message', field: 'lastMessageAt', upTo } as const;
  for await (const page of walkIndex(store, CONVERSATIONS, walk)) {
    const over: DueConversation[] = [];
    for (const { id, body } of page) {
      if (!isOver(body.lastMessageAt) || seen.has(id)) continue;
      const lastMessageAt = await lastMessageOf(store, id, body);
      if (isOver(lastMessageAt)) over.push(item(id, body, 'due', ends(lastMessageAt)));
    }
    yield over;
  }
}

/** The entry of a message may have been stored, and its process killed before the conversation was told. */
export async function lastMessageOf(
  store: Reader,
  id: string,
  { lastMessageAt }: Pick<Conversation, 'lastMessageAt'>,
): Promise<string> {
  const last = await lastEntryOf(store, id, 'bot');
  return last && last.at > lastMessageAt ? last.at : lastMessageAt;
}

/** Deletions that were decided: something keeps them, or they were cut off. */
async function* markedConversations(store: Reader): Pages<DueConversation> {
  for (const beingDeleted of ['asked', 'erasure', 'due', 'restored'] as const) {
    const walk = { index: 'by-deletion', equals: { beingDeleted }, field: 'lastMessageAt' } as const;
    for await (const page of walkIndex(store, CONVERSATIONS, walk)) {
      yield page.map(({ id, body }) => item(id, body, beingDeleted, new Date(body.lastMessageAt)));
    }
  }
}

/** Chats that a granted request for erasure covers. */
async function* erasedConversations(store: Reader): Pages<DueConversation> {
  for await (const page of walkIndex(store, CASES, { index: 'by-erasure', field: 'erasureAt' })) {
    for (const { body } of page) yield await conversationsToErase(store, body);
  }
}

/** Those of the same contact that began before the erasure was granted, and are still there. */
export async function conversationsToErase(store: Reader, one: Case): Promise<readonly DueConversation[]> {
  const at = one.closure?.at ?? '';
  const ids = new Set(one.conversationId === undefined ? [] : [one.conversationId]);
  if (one.contactKey !== undefined) {
    for await (const cases of casesOfContact(store, one.contactKey)) {
      cases.forEach(({ conversationId }) => conversationId !== undefined && ids.add(conversationId));
    }
  }
  const found: DueConversation[] = [];
  for (const id of ids) {
    const body = (await store.get(CONVERSATIONS, id))?.body;
    if (body && body.startedAt <= at) found.push(item(id, body, 'erasure', new Date(at)));
  }
  return found;
}

function item(id: string, body: Conversation, reason: DueConversation['reason'], dueAt: Date): DueConversation {
  return { kind: 'conversation', recordClass: 'bot_conversation', id, body, reason, dueAt };
}
