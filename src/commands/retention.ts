import { ledgerFile } from '../compose-retention';
import type { Config } from '../config';
import { loadContent } from '../content';
import { noticeInForce } from '../notice/notice-in-force';
import { Holds } from '../retention/holds';
import { Ledger } from '../retention/ledger';
import { retentionStatus } from '../retention/retention-status';
import { scheduleUnder, type Schedule } from '../retention/schedule';
import { judgingNow } from '../retention/sweep';
import { total } from '../retention/sweep-run';
import { verifyLedger } from '../retention/verify-ledger';
import { AppError } from '../shared/app-error';
import { systemClock } from '../shared/clock';
import { loadOrCreateKey } from '../storage/key-file';
import { openToEdit, openToRead } from '../storage/open-storage';
import { loadPlace } from './load-place';
import { endWith } from './run-command';
import { changeHold, holdsText, setHold } from './retention/hold-orders';
import { listDue } from './retention/list-due';
import { withRetention } from './retention/open-retention';
import { readOrder, type Order } from './retention/order';
import { replayedText } from './retention/replayed-text';
import { statusText } from './retention/status-text';

const HELP = `Shows and does what content/retention.yaml says about keeping and deleting. Prints neither words nor addresses of people.

  npm run -s retention -- status       by class: how many are kept, the oldest, due, held, frozen, overdue, to review
  npm run -s retention -- dry-run      lists what a run would do now, and does nothing
  npm run -s retention -- run          deletes what is due, now; the service does the same every hour
  npm run -s retention -- verify       whether every line of the ledger is genuine, and what it says is gone is gone
  npm run -s retention -- replay       deletes again what the ledger says is gone, after a backup was restored

  npm run -s retention -- holds        the holds in force, with those first that somebody has to look at
  npm run -s retention -- hold SCOPE --reason REASON --matter NUMBER --by NAME --review YYYY-MM-DD
       keeps what a legal matter needs, and prints the id of the hold. SCOPE is one of:
         conversation ID
         case REFERENCE
         contact                  an e-mail address or telephone number, read from standard input
         days YYYY-MM-DD YYYY-MM-DD
       REASON: legal_claim, court_order, regulator, police, safeguarding, statutory_duty
  npm run -s retention -- review ID --review YYYY-MM-DD      it is still needed; look again by then
  npm run -s retention -- release ID --by NAME --why REASON  what is past its date goes with the next run

dry-run prints, with tabs between: delete, anonymise, held or frozen; the class; the id; the day from which it is due; why.
run and replay are refused while another process sweeps; on SQLite also while the service is running.
Exit status: 0 done, 1 it could not be done or something is wrong, 2 wrong usage.
The data are in the database of MONGODB_URI; if that is not set, in the folder DATA_DIR, or "data". The keys and the copy of
the ledger, ledger.jsonl, are in DATA_DIR in any case.
`;

/** @returns the exit status */
async function obey(order: Order, config: Config): Promise<number> {
  switch (order.what) {
    case 'run':
    case 'replay':
      return work(order.what, config);
    case 'hold':
    case 'review':
    case 'release':
      return holdOn(order, config);
    case 'help':
      return print(HELP);
    default:
      return look(order.what, config);
  }
}

async function look(what: 'status' | 'dry-run' | 'verify' | 'holds', config: Config): Promise<number> {
  const store = await openToRead(config);
  const now = systemClock.now();
  try {
    if (what === 'holds') return print(await holdsText(store, now));
    if (what === 'verify') return await verify(store, config);
    const schedule = scheduleOf(config);
    const judging = await judgingNow({ store, schedule, lookupKey: loadOrCreateKey(config.dataDir, 'lookup.key') });
    if (what === 'status') return print(statusText(await retentionStatus(judging, schedule, now), schedule));
    for await (const line of listDue(judging, schedule, now)) process.stdout.write(line);
    return 0;
  } finally {
    await store.close();
  }
}

async function verify(store: Parameters<typeof verifyLedger>[0], { dataDir }: Config): Promise<number> {
  const key = loadOrCreateKey(dataDir, 'ledger.key');
  const { lines, head, problems } = await verifyLedger(store, ledgerFile(dataDir), key);
  print([...problems, `lines: ${lines}`, ...(head === '' ? [] : [`last: ${head}`]), ''].join('\n'));
  print(problems.length > 0 ? 'the ledger is NOT as it was written\n' : 'the ledger is whole\n');
  return problems.length > 0 ? 1 : 0;
}

async function work(what: 'run' | 'replay', config: Config): Promise<number> {
  return withRetention(config, async (retention) => {
    if (what === 'replay') return print(replayedText(await retention.replay()));
    await retention.recover();
    const outcome = await retention.sweep();
    if (outcome.kind === 'busy') throw new AppError('store_locked', 'Another process is sweeping at this moment.');
    const { removed, held, frozen, failed } = total(outcome.tally);
    print(`removed: ${removed}\nheld: ${held}\nfrozen: ${frozen}\nfailed: ${failed}\n`);
    return failed > 0 ? 1 : 0;
  });
}

async function holdOn(order: Extract<Order, { what: 'hold' | 'review' | 'release' }>, config: Config): Promise<number> {
  const store = await openToEdit(config);
  try {
    const { reviewWithin } = scheduleOf(config).hold;
    const key = loadOrCreateKey(config.dataDir, 'ledger.key');
    const ledger = new Ledger({ store, clock: systemClock, key, copy: ledgerFile(config.dataDir) });
    const holds = new Holds({ store, clock: systemClock, ledger, reviewWithin });
    if (order.what !== 'hold') return print(await changeHold(order, holds));
    return print(await setHold(order, holds, loadOrCreateKey(config.dataDir, 'lookup.key')));
  } finally {
    await store.close();
  }
}

function scheduleOf({ contentDir }: Config): Schedule {
  const now = systemClock.now();
  const { retention, notice } = loadContent(contentDir, now);
  return scheduleUnder(retention, noticeInForce(notice, now).version);
}

/** @returns the exit status of what went well */
function print(text: string): 0 {
  process.stdout.write(text);
  return 0;
}

async function main(args: readonly string[]): Promise<number> {
  const order = readOrder(args);
  if (!order) {
    console.error('It is not clear what to do.\n--help shows how to ask.');
    return 2;
  }
  return obey(order, loadPlace());
}

endWith(main(process.argv.slice(2)));
