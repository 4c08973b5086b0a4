import { COLLECTIONS } from '../collections';
import { migrateCollection } from '../storage/migrate-collection';
import { openToEdit } from '../storage/open-storage';
import { columns } from './columns';
import { runCommand } from './run-command';

const HELP = `Writes documents of earlier releases as this release has them. The service does the same with each document that it
reads; this does it with all at once. It may be interrupted and begun again, and this release may be running; no earlier
one may. Make a backup first.

  npm run -s migrate

Exit status: 0 done, 1 it could not be done, or the settings are wrong, 2 wrong usage.
The documents are in the database of MONGODB_URI; if that is not set, in the folder DATA_DIR, or "data".
`;

runCommand({
  help: HELP,
  words: 0,
  run: async (config) => {
    const store = await openToEdit(config);
    try {
      const rows: string[][] = [];
      for (const collection of COLLECTIONS) {
        rows.push([`  ${collection.name}`, String(await migrateCollection(store, collection))]);
      }
      return ['written anew:', ...columns(rows, ['left', 'right']), ''].join('\n');
    } finally {
      await store.close();
    }
  },
});
