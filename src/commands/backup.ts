import { resolve } from 'node:path';

import { COLLECTIONS } from '../collections';
import { AppError } from '../shared/app-error';
import { backupDatabase } from '../storage/sqlite/backup-database';
import { countsText } from './counts-text';
import { runCommand } from './run-command';

const HELP = `Writes everything that is kept in SQLite to a new file, as it is at one moment, and reads the file to see whether it is
whole. The service may be running. Nothing is written over.

  npm run -s backup -- FILE

The keys are no part of it (token.key, lookup.key and others in DATA_DIR): keep them apart from backups.
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
