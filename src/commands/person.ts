import type { Config } from '../config';
import { erasePerson, planErasure } from './person/erase-person';
import { exportPerson, tellPerson } from './person/export-person';
import { redactExport } from './person/redact-export';
import { releaseExport } from './person/release-export';
import { runCommand } from './run-command';

const HELP = `One person's data: finds it, makes a copy for them, and deletes it. The service may be running. Whom it is about is read
from the input, one e-mail address, telephone number, reference or id of a chat a line.

  npm run -s person -- find             how much is kept, and the references of requests
  npm run -s person -- export FOLDER    writes everything into a new folder, as a draft: not for release
  npm run -s person -- redact FOLDER    suggests in passages.yaml what in the draft is about other people
  npm run -s person -- release FOLDER   writes what the person gets, once every passage is decided
  npm run -s person -- erase            says what an erasure would delete, and what stays and why
  npm run -s person -- erase-now        erases their chats, also one that is open, and prints a receipt of each

Read the draft before you release it: names without a capital, and "the lady upstairs", are found by nobody else.

Exit status: 0 done, 1 it could not be done, or the settings are wrong, 2 wrong usage.
The data are in the database of MONGODB_URI; if that is not set, in the folder DATA_DIR, or "data".
`;

type Do = (config: Config, folder: string) => string | Promise<string>;

/** By the word behind the command, with how many words stand behind that. */
const ORDERS: Readonly<Record<string, readonly [words: number, run: Do]>> = {
  find: [0, tellPerson],
  export: [1, exportPerson],
  redact: [1, redactExport],
  release: [1, releaseExport],
  erase: [0, planErasure],
  'erase-now': [0, erasePerson],
};

runCommand({
  help: HELP,
  words: ([what = '', ...others]) => Object.hasOwn(ORDERS, what) && ORDERS[what]?.[0] === others.length,
  run: async (config, [what = '', folder = '']) => (await ORDERS[what]?.[1](config, folder)) ?? '',
});
