import { parseArgs } from 'node:util';

import { dropMessage, retryMessage, type Mended } from '../outbox/mend-outbox';
import { OUTBOX, type StuckMessage } from '../outbox/outbox-message';
import { outboxStatus } from '../outbox/outbox-status';
import { systemClock } from '../shared/clock';
import { openToEdit } from '../storage/open-storage';
import type { DocumentStore } from '../shared/document-store';
import { columns } from './columns';
import { loadPlace } from './load-place';
import { endWith } from './run-command';

const HELP = `Shows what waits to be sent, and mends what is stuck. Prints neither addresses nor words. The service may be running.

  npm run -s outbox -- status          how many wait and are stuck, and which are stuck
  npm run -s outbox -- retry ID        has one tried again at once
  npm run -s outbox -- retry --all     has all that are stuck tried again at once
  npm run -s outbox -- drop ID         gives one up for good, and removes its address and words

Exit status: 0 done, 1 there is nothing to do, or the settings are wrong, 2 wrong usage.
The outbox is in the database of MONGODB_URI; if that is not set, in the folder DATA_DIR, or "data".
`;

type Store = Pick<DocumentStore, 'find' | 'get' | 'replace'>;

type Order =
  | { readonly what: 'help' }
  | { readonly what: 'status' }
  | { readonly what: 'retry-all' }
  | { readonly what: 'retry' | 'drop'; readonly id: string };

/** Undefined when the usage is wrong; it has been said then. */
function readOrder(args: readonly string[]): Order | undefined {
  const options = { all: { type: 'boolean' }, help: { type: 'boolean' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (values.help === true) return { what: 'help' };
    const order = orderOf([...positionals, ...(values.all === true ? ['--all'] : [])]);
    if (order) return order;
    throw new Error('It is not clear what to do.');
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n--help shows how to ask.`);
    return undefined;
  }
}

function orderOf([what, id, ...rest]: readonly string[]): Order | undefined {
  if (rest.length > 0) return undefined;
  if (what === 'status') return id === undefined ? { what } : undefined;
  if (id === undefined || (what !== 'retry' && what !== 'drop')) return undefined;
  if (id !== '--all') return { what, id };
  return what === 'retry' ? { what: 'retry-all' } : undefined;
}

/** Stuck messages that are shown, or tried again, at once. */
const MOST = 1000;

async function stuckIn(store: Store): Promise<{ readonly id: string; readonly body: StuckMessage }[]> {
  const found = await store.find(OUTBOX, { index: 'by-state', equals: { state: 'stuck' }, limit: MOST });
  return found.flatMap(({ id, body }) => (body.state === 'stuck' ? [{ id, body }] : []));
}

async function showStatus(store: Store): Promise<void> {
  const { waiting, stuck, oldestSeconds } = await outboxStatus(store, systemClock.now());
  const age = oldestSeconds === null ? '' : `, the oldest for ${Math.floor(oldestSeconds / 60)} minutes`;
  const rows = (await stuckIn(store)).map(({ id, body: { message, code, attempts, addedAt } }) => {
    return [`  ${id}`, message.kind, code, `attempts: ${attempts}`, `added: ${addedAt}`];
  });
  process.stdout.write([`waiting: ${waiting}${age}`, `stuck: ${stuck}`, ...columns(rows, []), ''].join('\n'));
}

/** @returns the exit status */
async function mendOne(what: 'retry' | 'drop', id: string, store: Store): Promise<number> {
  const mended = await (what === 'retry' ? retryMessage : dropMessage)(store, id, systemClock.now());
  process.stdout.write(`${SAID[mended]}\n`);
  return mended === 'done' ? 0 : 1;
}

const SAID: Readonly<Record<Mended, string>> = {
  done: 'done',
  unknown: 'there is no such message',
  not_now: 'it was sent or dropped already, or is being sent at this moment',
};

async function retryAll(store: Store): Promise<void> {
  let retried = 0;
  for (const { id } of await stuckIn(store)) {
    if ((await retryMessage(store, id, systemClock.now())) === 'done') retried += 1;
  }
  const { stuck } = await outboxStatus(store, systemClock.now());
  process.stdout.write(`tried again: ${retried}\nstuck: ${stuck}\n`);
}

/** @returns the exit status */
async function obey(order: Exclude<Order, { readonly what: 'help' }>, store: Store): Promise<number> {
  if (order.what === 'status') await showStatus(store);
  else if (order.what === 'retry-all') await retryAll(store);
  else return mendOne(order.what, order.id, store);
  return 0;
}

async function main(args: readonly string[]): Promise<number> {
  const order = readOrder(args);
  if (!order) return 2;
  if (order.what === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  const store = await openToEdit(loadPlace());
  try {
    return await obey(order, store);
  } finally {
    await store.close();
  }
}

endWith(main(process.argv.slice(2)));
