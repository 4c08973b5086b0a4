import { setTimeout as wait } from 'node:timers/promises';

import { COLLECTIONS } from '../collections';
import type { Config } from '../config';
import { openRaw } from '../storage/open-storage';
import { countByKey } from '../storage/sealed/count-by-key';
import { EncryptionKeyFile } from '../storage/sealed/encryption-key-file';
import { rotateKeys, UNTIL_ALL_SEAL, type Rotated } from '../storage/sealed/rotate-keys';
import { takeLock } from '../storage/sqlite/writer-lock';
import { columns } from './columns';
import { runCommand } from './run-command';

const HELP = `Looks after the keys that personal data is sealed with. The service may be running. Prints ids of keys, never keys.

  npm run -s keys -- status     which key seals, and how many documents need each
  npm run -s keys -- rotate     makes a new key, seals everything with it, and drops those with which nothing is sealed

A rotation takes ${UNTIL_ALL_SEAL / 1000} seconds until every process uses the new key, and then as long as there are
documents. It may be interrupted and begun again. A backup opens with the keys of its time only: keep a copy of
encryption.keys as long as you keep the backup, and apart from it.

With ENCRYPTION_KEYS nothing is made or dropped. Put the new key last in it and restart every process; then put it first
and restart them again; then rotate, and take out those that it names.

Exit status: 0 done, 1 it could not be done, or the settings are wrong, 2 wrong usage.
The documents are in the database of MONGODB_URI; if that is not set, in the folder DATA_DIR, or "data". The keys are in
encryption.keys in that folder, or in ENCRYPTION_KEYS.
`;

async function status(config: Config): Promise<string> {
  const { engine, seals } = await openRaw(config);
  try {
    const { byKey, inClear } = await countByKey(engine, COLLECTIONS);
    const [sealing] = seals.keys.all();
    const ids = new Set([...seals.keys.all().map(({ id }) => id), ...byKey.keys()]);
    const rows = [...ids].map((id) => [
      `  ${id}`,
      String(byKey.get(id) ?? 0),
      id === sealing?.id ? 'seals' : seals.keys.byId(id) ? 'opens' : 'MISSING',
    ]);
    return ['documents by key:', ...columns(rows, ['left', 'right']), `not sealed: ${inClear}`, ''].join('\n');
  } finally {
    await engine.close();
  }
}

async function rotate(config: Config): Promise<string> {
  const { engine, seals } = await openRaw(config);
  try {
    const lock = takeLock(config.dataDir, 'rotation.lock', 'the keys are being rotated already');
    try {
      const rotated = await rotateKeys({ store: engine, collections: COLLECTIONS, seals, wait });
      return rotatedText(rotated, seals.keys instanceof EncryptionKeyFile);
    } finally {
      lock.release();
    }
  } finally {
    await engine.close();
  }
}

function rotatedText({ sealing, documents, unused, needed }: Rotated, isFile: boolean): string {
  const gone = isFile ? 'dropped' : 'may be taken out of ENCRYPTION_KEYS';
  return [
    `sealed anew: ${documents}`,
    `seals: ${sealing}`,
    ...unused.map((id) => `${gone}: ${id}`),
    ...needed.map((id) => `still needed, rotate again: ${id}`),
    '',
  ].join('\n');
}

runCommand({
  help: HELP,
  words: 1,
  run: (config, [what = '']) => (what === 'rotate' ? rotate(config) : status(config)),
  knows: ([what]) => what === 'rotate' || what === 'status',
});
