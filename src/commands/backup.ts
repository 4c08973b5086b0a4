import { resolve } from 'node:path';

import { COLLECTIONS } from '../collections';
import { AppError } from '../shared/app-error';
import { backupDatabase } from '../storage/sqlite/backup-database';
import { countsText } from './counts-text';
import { runCommand } from './run-command';

const HELP = `Writes everything that is kept in SQLite to a new file, as it is at one moment, and reads the file to see whether it is
whole. The service may be running. Nothing is written over.

  npm run -s backup -- FILE

What is personal is sealed in it. The keys are no part of it (encryption.keys, lookup.key and token.key in DATA_DIR): keep
them as long as the backup, and apart from it.
Exit status: 0 done, 1 it could not be done, or the settings are wrong, 2 wrong usage.
The data are in the folder DATA_DIR, or "data". With MONGODB_URI, use mongodump: docs/operations.md tells how.
`;

runCommand({
  help: HELP,
  words: 1,
  run: ({ dataDir, mongodbUri }, [file = '']) => {
    if (mongodbUri !== undefined) {
      throw new AppError('not_supported', 'Everything is kept in MongoDB; docs/operations.md tells how to back it up.');
    }
    const counts = backupDatabase(dataDir, resolve(file), COLLECTIONS);
    return Promise.resolve(`${countsText(counts)}written to ${file}, and found whole\n`);
  },
});
