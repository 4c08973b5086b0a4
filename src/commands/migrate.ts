import { COLLECTIONS } from '../collections';
import { openRaw } from '../storage/open-storage';
import { sealEverything } from '../storage/sealed/seal-everything';
import { columns } from './columns';
import { runCommand } from './run-command';

const HELP = `Writes documents of earlier releases as this release has them, and seals what is personal in them. The service does the
same with each document that it changes; this does it with all at once. It may be interrupted and begun again, and this
release may be running; no earlier one may. Make a backup first.

  npm run -s migrate

Exit status: 0 done, 1 it could not be done, or the settings are wrong, 2 wrong usage.
The documents are in the database of MONGODB_URI; if that is not set, in the folder DATA_DIR, or "data".
`;

runCommand({
  help: HELP,
  words: 0,
  run: async (config) => {
    const { engine, seals } = await openRaw(config);
    try {
      const rows: string[][] = [];
      await sealEverything(engine, COLLECTIONS, seals, (name, written) => rows.push([`  ${name}`, String(written)]));
      return ['written anew:', ...columns(rows, ['left', 'right']), ''].join('\n');
    } finally {
      await engine.close();
    }
  },
});
