import { readEncryptionKeys, fixedKeys, type EncryptionKeys } from '../../src/storage/sealed/encryption-keys';
import { Seals } from '../../src/storage/sealed/seals';

const LOOKUP_KEY = 'a key of these tests, and of nothing else';

/** Keys of these ids, each with a secret of its own that is always the same. The first seals. */
export function testKeys(...ids: readonly string[]): EncryptionKeys {
  const text = ids.map((id) => `${id}:${Buffer.from(id.padEnd(32, '.')).toString('base64url')}`).join();
  return fixedKeys(readEncryptionKeys(text) ?? []);
}

export const testSeals = (...ids: readonly string[]): Seals => new Seals(testKeys(...ids), LOOKUP_KEY);
