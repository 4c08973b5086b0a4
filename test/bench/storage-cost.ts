import type { Collection, DocumentStore } from '../../src/shared/document-store';

/** As an entry of a chat, with what the outbox and the sweep look for. */
export interface BenchEntry {
  readonly conversationId: string;
  readonly sequence: number;
  readonly key: string;
  /** Few wait for somebody to claim them. */
  readonly dueAt?: string;
  readonly expiresAt: string;
  readonly text: string;
}

export const BENCH_ENTRIES: Collection<BenchEntry> = {
  name: 'bench-entries',
  indexes: [
    { name: 'by-sequence', fields: ['conversationId', 'sequence'], unique: true },
    { name: 'by-key', fields: ['conversationId', 'key'], unique: true },
    { name: 'by-due', fields: ['dueAt'] },
    { name: 'by-expiry', fields: ['expiresAt'] },
  ],
};

/** Microseconds for each document that is inserted, page that is read, document that is claimed, or deleted by a sweep. */
export interface Costs {
  readonly insert: number;
  readonly page: number;
  readonly claim: number;
  readonly sweep: number;
}

/** Entries of one chat. */
const CHAT = 20;
/** Waiting at any time: the first ones. */
export const DUE = 100;
/** Calls that are made at once, as by so many conversations. */
const AT_ONCE = 50;
const ROUNDS = 40;

const DAY = 86_400_000;
const LATEST = '2100-01-01T00:00:00.000Z';
const START = Date.parse('2026-01-01T00:00:00Z');

/** The n-th entry: chats follow one another, a second apart, and expire in that order; what is due does not. */
export function benchEntry(n: number): BenchEntry & { readonly id: string } {
  const conversationId = `chat-${String(Math.floor(n / CHAT)).padStart(8, '0')}`;
  const at = (later: number): string => new Date(START + n * 1000 + later).toISOString();
  return {
    id: `${conversationId}|${n % CHAT}`,
    conversationId,
    sequence: (n % CHAT) + 1,
    key: `client:${n}`,
    ...(n < DUE ? { dueAt: at(0), expiresAt: LATEST } : { expiresAt: at(730 * DAY) }),
    text: 'I would like to know how long you keep the recordings of my telephone calls. '.repeat(3),
  };
}

/**
 * What an operation costs in a collection that has what is due, and the entries `first` to `end - 1`.
 *
 * @returns the costs, and the entries that are there after that
 */
export async function measureCosts(
  store: DocumentStore,
  first: number,
  end: number,
): Promise<{ readonly costs: Costs; readonly first: number; readonly end: number }> {
  const added = ROUNDS * AT_ONCE;
  const insert = await timed(ROUNDS, (round) => insertRange(store, end + round * AT_ONCE, AT_ONCE));
  const page = await timed(ROUNDS, (round) => readPages(store, first, end, round));
  const claim = await timed(ROUNDS, () => claimSome(store));
  const sweep = await timed(ROUNDS, (round) => sweepSome(store, first + round * AT_ONCE));
  const perOne = (micros: number): number => micros / AT_ONCE;
  const costs = { insert: perOne(insert), page: perOne(page), claim: perOne(claim), sweep: perOne(sweep) };
  return { costs, first: first + added, end: end + added };
}

/** Microseconds of one round, in the median of all, so that a slow moment of the machine does not count. */
export async function timed(rounds: number, work: (round: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work(round);
    times.push((performance.now() - start) * 1000);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}

async function insertRange(store: DocumentStore, from: number, count: number): Promise<void> {
  const inserts = Array.from({ length: count }, (_, n) => {
    const { id, ...body } = benchEntry(from + n);
    return store.insert(BENCH_ENTRIES, id, body);
  });
  await Promise.all(inserts);
}

/** The second half of chats all over the collection, as somebody who comes back reads it. */
async function readPages(store: DocumentStore, first: number, end: number, round: number): Promise<void> {
  const step = Math.max(1, Math.floor((end - first) / (ROUNDS * AT_ONCE)));
  const pages = Array.from({ length: AT_ONCE }, (_, n) => {
    const { conversationId } = benchEntry(first + (round * AT_ONCE + n) * step);
    const range = { above: CHAT / 2 };
    return store.find(BENCH_ENTRIES, { index: 'by-sequence', equals: { conversationId }, range, limit: CHAT });
  });
  await Promise.all(pages);
}

/** One after the other, since each looks for what is due first. It is due again a day later. */
async function claimSome(store: DocumentStore): Promise<void> {
  for (let n = 0; n < AT_ONCE; n++) {
    const [found] = await store.find(BENCH_ENTRIES, { index: 'by-due', limit: 1 });
    if (!found) throw new Error('nothing is due');
    const dueAt = new Date(Date.parse(found.body.dueAt ?? '') + DAY).toISOString();
    const outcome = await store.replace(BENCH_ENTRIES, found.id, found.version, { ...found.body, dueAt });
    if (outcome === 'conflict') throw new Error('somebody else was there');
  }
}

/** What is over by now, as the sweep finds and deletes it. */
async function sweepSome(store: DocumentStore, first: number): Promise<void> {
  const upTo = benchEntry(first + AT_ONCE - 1).expiresAt;
  const over = await store.find(BENCH_ENTRIES, { index: 'by-expiry', range: { upTo }, limit: AT_ONCE });
  if (over.length !== AT_ONCE) throw new Error(`${over.length} are over, not ${AT_ONCE}`);
  await Promise.all(over.map(({ id }) => store.delete(BENCH_ENTRIES, id)));
}
