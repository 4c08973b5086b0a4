import { setTimeout as wait } from 'node:timers/promises';

import type { Config } from '../../config';
import { loadContent } from '../../content';
import { AppError } from '../../shared/app-error';
import { systemClock } from '../../shared/clock';
import type { DocumentStore, StoredDocument } from '../../shared/document-store';
import { loadOrCreateKey } from '../../storage/key-file';
import { openToEdit } from '../../storage/open-storage';
import { eraseChats, toErase, type Erasing } from '../../subject-access/erase-chats';
import { findPerson } from '../../subject-access/find-person';
import type { FoundChat, PersonData } from '../../subject-access/person-data';
import { CONVERSATIONS } from '../../transcript/conversation';
import { DELETION_RECEIPTS, receiptId, type DeletionReceipt } from '../../transcript/deletion-receipt';
import { withRetention } from '../retention/open-retention';
import { readIdentifiers } from './read-identifiers';

/** Milliseconds that the running service gets: it looks every five seconds, and may be in a turn. */
const PATIENCE = 60_000;
const LOOK_EVERY = 250;

type Reader = Pick<DocumentStore, 'get'>;

type Receipts = ReadonlyMap<string, StoredDocument<DeletionReceipt>>;

/** Tells what an erasure would delete, and what would stay and why. */
export const planErasure = (config: Config): Promise<string> => erase(config, 'plan');

/** Erases a person's chats, and gives a receipt of each. */
export const erasePerson = (config: Config): Promise<string> => erase(config, 'now');

async function erase(config: Config, when: 'plan' | 'now'): Promise<string> {
  const identifiers = await readIdentifiers();
  const store = await openToEdit(config);
  try {
    const schedule = loadContent(config.contentDir, systemClock.now()).retention;
    const lookupKey = loadOrCreateKey(config.dataDir, 'lookup.key');
    const deps = { store, clock: systemClock, schedule, lookupKey };
    const data = await findPerson(store, identifiers);
    const ids = data.chats.map(({ id }) => id);
    if (when === 'plan') return textOf(await toErase(ids, deps), data, planned);
    const erasing = await eraseChats(ids, deps);
    const going = new Set(erasing.flatMap(({ id, keptBy }) => (keptBy ? [] : [id])));
    const receipts = await receiptsOf(
      data.chats.filter(({ id }) => going.has(id)),
      config,
      store,
    );
    return textOf(erasing, data, ({ id }) => receiptText(receipts.get(id)));
  } finally {
    await store.close();
  }
}

/** Of those that are gone in time, by the ids of the chats. */
async function receiptsOf(chats: readonly FoundChat[], config: Config, store: Reader): Promise<Receipts> {
  const receipts = new Map<string, StoredDocument<DeletionReceipt>>();
  if (chats.length > 0) await deleteAlone(config);
  const end = Date.now() + PATIENCE;
  while (receipts.size < chats.length && Date.now() < end) {
    for (const chat of chats) {
      const receipt = (await store.get(CONVERSATIONS, chat.id)) ? undefined : await receiptOf(chat, store);
      if (receipt) receipts.set(chat.id, receipt);
    }
    if (receipts.size < chats.length) await wait(LOOK_EVERY);
  }
  return receipts;
}

/** A channel may have begun another chat under the id of one that is gone; its receipt has a number of its own. */
async function receiptOf({ id, startedAt }: FoundChat, store: Reader) {
  return (
    (await store.get(DELETION_RECEIPTS, receiptId(`${id} ${startedAt}`))) ??
    (await store.get(DELETION_RECEIPTS, receiptId(id)))
  );
}

/** Where the service may be running, it deletes: it alone knows which turns are under way. */
async function deleteAlone(config: Config): Promise<void> {
  if (config.mongodbUri !== undefined) return;
  try {
    await withRetention(config, (retention) => retention.deleteMarked());
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'store_locked')) throw error;
  }
}

function textOf(erasing: readonly Erasing[], data: PersonData, say: (one: Erasing) => string): string {
  const kept = erasing.map(({ keptBy }) => {
    if (!keptBy) return '';
    return keptBy.kind === 'held' ? `kept by the hold ${keptBy.hold}\n` : `kept by the request ${keptBy.reference}\n`;
  });
  const [records, optOuts, messages] = [data.cases.length, data.optOuts.length, data.messages.length];
  return [
    ...erasing.filter(({ keptBy }) => !keptBy).map(say),
    ...kept,
    erasing.length === 0 ? 'there is no chat to erase\n' : '',
    records > 0 ? `stays: records of requests (${records}), until content/retention.yaml ends them\n` : '',
    optOuts > 0 ? `stays: opt-outs (${optOuts}), without which the person would be written to again\n` : '',
    messages > 0 ? `stays: messages (${messages}), whose address and words go when they are sent\n` : '',
  ].join('');
}

const planned = (): string => 'would be erased: a chat, with all that belongs to it\n';

/** A receipt says nothing about the person; its number is made of the id of the chat. */
function receiptText(receipt: StoredDocument<DeletionReceipt> | undefined): string {
  if (!receipt) return 'hidden: a chat that the service erases when it runs\n';
  const { entries, deletedAt } = receipt.body;
  return `erased: a chat of ${entries} entries, ${deletedAt}, receipt ${receipt.id}\n`;
}
