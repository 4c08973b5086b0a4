import type { AnyCollection } from '../../shared/document-store';
import { countByKey } from './count-by-key';
import { EncryptionKeyFile, LOOK_EVERY } from './encryption-key-file';
import { newEncryptionKey, type EncryptionKey } from './encryption-keys';
import { sealEverything, type RawStore } from './seal-everything';
import type { Seals } from './seals';

/** Milliseconds a write may take that was sealed before: MongoDB is tried for twelve seconds. */
const LONGEST_WRITE = 14_000;

/** Milliseconds after which no process seals with an older key any more, and none of its writes is under way. */
export const UNTIL_ALL_SEAL = LOOK_EVERY + LONGEST_WRITE;

export interface RotationDependencies {
  readonly store: RawStore;
  readonly collections: readonly AnyCollection[];
  readonly seals: Seals;
  /** Waits so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

export interface Rotated {
  /** The key that seals now. */
  readonly sealing: string;
  /** Documents that were sealed anew. */
  readonly documents: number;
  /** Keys with which nothing is sealed any more. Those of a file are gone from it. */
  readonly unused: readonly string[];
  /** Older keys with which something still is. */
  readonly needed: readonly string[];
}

/**
 * Has everything sealed with a new key, while the service goes on. One that was cut off goes on with the key that it has
 * made. Keys of the settings are changed there: of them only the first counts, and nothing is made or dropped.
 */
export async function rotateKeys({ store, collections, seals, wait }: RotationDependencies): Promise<Rotated> {
  const { keys } = seals;
  if (keys instanceof EncryptionKeyFile && keys.all().length === 1) keys.write([newEncryptionKey(), ...keys.all()]);
  await wait(UNTIL_ALL_SEAL);

  let documents = 0;
  await sealEverything(store, collections, seals, (_name, written) => (documents += written));
  const { byKey } = await countByKey(store, collections);
  const [sealing, ...older] = keys.all();
  const isNeeded = ({ id }: EncryptionKey): boolean => byKey.has(id);
  const needed = older.filter(isNeeded);
  if (keys instanceof EncryptionKeyFile && sealing) keys.write([sealing, ...needed]);
  return {
    sealing: sealing?.id ?? '',
    documents,
    unused: older.filter((key) => !isNeeded(key)).map(({ id }) => id),
    needed: needed.map(({ id }) => id),
  };
}
