import { resolve } from 'node:path';

import { COLLECTIONS } from '../collections';
import { AppError } from '../shared/app-error';
import { restoreDatabase } from '../storage/sqlite/backup-database';
import { countsText } from './counts-text';
import { withRetention } from './retention/open-retention';
import { replayedText } from './retention/replayed-text';
import { runCommand } from './run-command';

const HELP = `Makes the database of an empty data folder from a backup. The service must not be running. Nothing is written over: move
an old desk.db out of the folder first, with its desk.db-wal and desk.db-shm.

  npm run -s restore -- FILE

What was deleted after the backup was made is deleted again: by ledger.jsonl, which has to lie in the data folder with
ledger.key. Holds that were set after the backup have to be set again before the service is started.

Exit status: 0 done, 1 it could not be done, or the settings are wrong, 2 wrong usage.
The data folder is DATA_DIR, or "data". The keys of the time of the backup have to lie in it too
(encryption.keys and lookup.key): without them nothing personal can be read.
`;

runCommand({
  help: HELP,
  words: 1,
  run: async (config, [file = '']) => {
    const { dataDir, mongodbUri } = config;
    if (mongodbUri !== undefined) {
      throw new AppError('not_supported', 'Everything is kept in MongoDB; docs/operations.md tells how to restore it.');
    }
    const counts = restoreDatabase(resolve(file), dataDir, COLLECTIONS);
    const replayed = await withRetention(config, (retention) => retention.replay());
    return `${countsText(counts)}restored from ${file}\n${replayedText(replayed)}`;
  },
});
