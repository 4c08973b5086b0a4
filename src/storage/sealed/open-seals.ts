import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { DocumentStore } from '../../shared/document-store';
import { loadOrCreateKey } from '../key-file';
import { ENCRYPTION_KEY_FILE, EncryptionKeyFile } from './encryption-key-file';
import { fixedKeys, type EncryptionKey, type EncryptionKeys } from './encryption-keys';
import { checkKeys, missing, stateOfSeals } from './key-check';
import { Seals } from './seals';

/** Where keys are. */
export interface KeyPlace {
  readonly dataDir: string;
  /** Those of the settings; without any, a file in the data folder has them. */
  readonly encryptionKeys: readonly EncryptionKey[] | undefined;
}

const LOOKUP_KEY_FILE = 'lookup.key';

/**
 * The seals of a database. Keys are made where nothing was ever sealed, and never where something was: then they have to
 * be those that it was sealed with.
 *
 * @throws AppError `key_missing` when they are not
 */
export async function openSeals(place: KeyPlace, store: Pick<DocumentStore, 'get'>): Promise<Seals> {
  const isNew = (await stateOfSeals(store)) === undefined;
  const keys = isNew ? makeKeys(place) : findKeys(place);
  if (!isNew && !existsSync(join(place.dataDir, LOOKUP_KEY_FILE))) {
    throw missing(`there is no ${LOOKUP_KEY_FILE} in ${place.dataDir}`);
  }
  const lookupKey = loadOrCreateKey(place.dataDir, LOOKUP_KEY_FILE);
  await checkKeys(store, { keys, lookupKey });
  return new Seals(keys, lookupKey);
}

const makeKeys = ({ dataDir, encryptionKeys }: KeyPlace): EncryptionKeys =>
  encryptionKeys ? fixedKeys(encryptionKeys) : EncryptionKeyFile.openOrCreate(dataDir);

function findKeys({ dataDir, encryptionKeys }: KeyPlace): EncryptionKeys {
  const keys = encryptionKeys ? fixedKeys(encryptionKeys) : EncryptionKeyFile.open(dataDir);
  if (keys) return keys;
  throw missing(`there is no ${ENCRYPTION_KEY_FILE} in ${dataDir}, and ENCRYPTION_KEYS is not set`);
}
