import { AppError } from '../../shared/app-error';
import type { Collection, DocumentStore } from '../../shared/document-store';
import { keyedHash } from '../../shared/keyed-hash';
import type { EncryptionKeys } from './encryption-keys';
import { keyIdOf, openValue, sealValue } from './sealed-value';

/** By which it shows whether the keys at hand are those that the documents were written with. */
export interface KeyCheck {
  /** `sealing`: there may still be documents from before there were seals. */
  readonly state: 'sealing' | 'sealed';
  /** A known text, sealed. */
  readonly proof: string;
  /** Of a known text, with the key for lookup. */
  readonly hash: string;
}

/** One document, which is there from the first time on that anything was sealed. */
export const KEY_CHECK: Collection<KeyCheck> = { name: 'key-check', indexes: [], personal: [] };

const ID = 'check';
const PLACE = { collection: KEY_CHECK.name, id: ID, field: 'proof' };
const TEXT = 'the keys are the right ones';

/** The keys of an installation, those for sealing and the one for lookup. */
export interface InstallationKeys {
  readonly keys: EncryptionKeys;
  readonly lookupKey: string;
}

/** How far this database is sealed; undefined where nothing in it ever was. */
export async function stateOfSeals(store: Pick<DocumentStore, 'get'>): Promise<KeyCheck['state'] | undefined> {
  return (await store.get(KEY_CHECK, ID))?.body.state;
}

/**
 * Leaves the check, unless there is one.
 *
 * @throws AppError `key_missing` when somebody else has just left one, with other keys
 */
export async function leaveKeyCheck(
  store: Pick<DocumentStore, 'get' | 'insert'>,
  keys: InstallationKeys,
  state: KeyCheck['state'],
): Promise<void> {
  await store.insert(KEY_CHECK, ID, { state, ...checkBy(keys) });
  await checkKeys(store, keys);
}

/** @throws AppError `key_missing` when the keys are others than those that the documents were written with */
export async function checkKeys(
  store: Pick<DocumentStore, 'get'>,
  { keys, lookupKey }: InstallationKeys,
): Promise<void> {
  const check = (await store.get(KEY_CHECK, ID))?.body;
  if (!check) return;
  const id = keyIdOf(check.proof);
  if (!keys.byId(id)) throw missing(`the key ${id}, with which they are sealed, is missing`);
  try {
    openValue(keys, check.proof, PLACE);
  } catch {
    throw missing(`the key that is called ${id} is not the one with which they are sealed`);
  }
  if (check.hash !== hashBy(lookupKey)) throw missing('lookup.key is not the one that they are found by');
}

/** Everything is sealed. Seals the check, too, with the key that seals now, so that an older one can go. */
export async function renewKeyCheck(
  store: Pick<DocumentStore, 'get' | 'replace'>,
  keys: InstallationKeys,
): Promise<void> {
  const check = await store.get(KEY_CHECK, ID);
  if (check) await store.replace(KEY_CHECK, ID, check.version, { state: 'sealed', ...checkBy(keys) });
}

function checkBy({ keys, lookupKey }: InstallationKeys): Omit<KeyCheck, 'state'> {
  const [key] = keys.all();
  if (!key) throw missing('there is no key to seal them with');
  return { proof: sealValue(key, TEXT, PLACE), hash: hashBy(lookupKey) };
}

const hashBy = (lookupKey: string): string => keyedHash(lookupKey, 'key check');

export const missing = (why: string): AppError =>
  new AppError(
    'key_missing',
    `What is kept cannot be read: ${why}. Put the keys of this installation back (encryption.keys and lookup.key in ` +
      'DATA_DIR, or ENCRYPTION_KEYS). Nothing was changed.',
  );
