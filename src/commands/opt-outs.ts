import { parseArgs } from 'node:util';

import { OPT_OUTS_CSV_HEAD, optOutCsvLine } from '../opt-outs/opt-outs-csv';
import { optOutsInForce } from '../opt-outs/opt-outs-in-force';
import { AppError } from '../shared/app-error';
import { openToRead, type Place } from '../storage/open-storage';
import { loadPlace } from './load-place';

const HELP = `Prints the suppression list: every address that something is not to reach any more, the earliest first. Those who
send surveys, newsletters and the like have to compare it with their own lists. The service may be running.

  npm run -s opt-outs -- --csv > opt-outs.csv

  --csv            as a CSV file (RFC 4180, UTF-8) with the columns scope, channel, address, since, reference
  --help           shows this

An apostrophe at the beginning of a cell is no part of it: it stands before =, +, - and @, as in phone numbers, so that
no spreadsheet takes the cell for a formula. Opt-outs that were lifted are left out: the file takes the place of the one
before. It holds addresses of people: pass it on only to those who send, and delete copies after use.

Exit status: 0 printed, 1 there is nothing to read, or the settings are wrong, 2 wrong usage.
The data are in the database of MONGODB_URI; if that is not set, in the folder DATA_DIR, or "data".
`;

/** Read at once. */
const PAGE = 1000;

/** Undefined when the usage is wrong; it has been said then. */
function readOptions(args: readonly string[]): 'csv' | 'help' | undefined {
  const options = { csv: { type: 'boolean' }, help: { type: 'boolean' } } as const;
  try {
    const { csv = false, help = false } = parseArgs({ args: [...args], options }).values;
    if (help) return 'help';
    if (csv) return 'csv';
    throw new Error('Say in which form: --csv.');
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n--help shows how to ask.`);
    return undefined;
  }
}

async function printCsv(place: Place): Promise<void> {
  const reader = await openToRead(place);
  process.stdout.write(OPT_OUTS_CSV_HEAD);
  let after: string | undefined;
  do {
    const { optOuts, next } = await optOutsInForce(reader, after, PAGE);
    process.stdout.write(optOuts.map(optOutCsvLine).join(''));
    after = next;
  } while (after !== undefined);
  await reader.close();
}

async function printOptOuts(args: readonly string[]): Promise<number> {
  const wanted = readOptions(args);
  if (!wanted) return 2;
  if (wanted === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  await printCsv(loadPlace());
  return 0;
}

// Whoever reads our output may stop reading, as `head` does. That is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

printOptOuts(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(error instanceof AppError ? error.message : error);
    process.exitCode = 1;
  },
);
