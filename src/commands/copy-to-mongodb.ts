import { COLLECTIONS } from '../collections';
import { AppError } from '../shared/app-error';
import { systemClock } from '../shared/clock';
import { copyToMongo } from '../storage/copy-to-mongo';
import { runCommand } from './run-command';

const HELP = `Copies everything that is kept from SQLite to MongoDB, and compares both by count and hash. The service must not be
running. The MongoDB must be empty. One that was interrupted goes on where it was; until it is finished, no service
starts on that MongoDB. The data folder stays as it is.

  npm run -s copy-to-mongodb

Exit status: 0 everything is the same, 1 it could not be done, or the settings are wrong, 2 wrong usage.
It copies from the folder DATA_DIR, or "data", to the database of MONGODB_URI. What is
sealed stays so. The keys in the folder are not copied: give them to every machine that the service is to run on.
`;

runCommand({
  help: HELP,
  words: 0,
  run: async ({ dataDir, mongodbUri }) => {
    if (mongodbUri === undefined) throw new AppError('config_invalid', 'MONGODB_URI is not set.');
    await copyToMongo({
      dataDir,
      mongodbUri,
      collections: COLLECTIONS,
      clock: systemClock,
      onCopied: (name, { documents, hash, put, deleted }) => {
        const changes = `put: ${put}, deleted: ${deleted}`;
        process.stdout.write(`${name}: ${documents} documents, ${changes}, sha256 ${hash.slice(0, 16)}\n`);
      },
    });
    return 'everything is the same\n';
  },
});
