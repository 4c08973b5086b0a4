import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';

/** A key of AES-256, and what sealed values call it. */
export interface EncryptionKey {
  readonly id: string;
  /** Prints nothing of itself, wherever it gets to. */
  readonly secret: KeyObject;
}

/** The keys of an installation. */
export interface EncryptionKeys {
  /** All of them; the first is the one that seals. */
  all(): readonly EncryptionKey[];
  byId(id: string): EncryptionKey | undefined;
}

/** An id, and 256 bits in base64url. */
const ENTRY = /^([a-z0-9][a-z0-9-]{0,31}):([\w-]{43})=?$/;

/**
 * Reads keys such as `k2:<base64url>,k1:<base64url>`, with commas or white space between. The first is the one that
 * seals; the others only open.
 *
 * @returns undefined when it is no such list, or an id stands in it twice
 */
export function readEncryptionKeys(text: string): readonly EncryptionKey[] | undefined {
  const entries = text.split(/[\s,]+/).filter((entry) => entry !== '');
  const keys = entries.flatMap((entry) => {
    const [, id, secret] = ENTRY.exec(entry) ?? [];
    return id === undefined || secret === undefined ? [] : [{ id, secret: secretOf(secret) }];
  });
  const ids = new Set(keys.map(({ id }) => id));
  return entries.length > 0 && ids.size === entries.length ? keys : undefined;
}

/** The same the other way, one a line. */
export const encryptionKeysText = (keys: readonly EncryptionKey[]): string =>
  keys.map(({ id, secret }) => `${id}:${secret.export().toString('base64url')}\n`).join('');

export const newEncryptionKey = (): EncryptionKey => ({
  id: `k${randomBytes(4).toString('hex')}`,
  secret: createSecretKey(randomBytes(32)),
});

/** Keys that stay as they are while the process runs, such as those of a setting. */
export const fixedKeys = (keys: readonly EncryptionKey[]): EncryptionKeys => ({
  all: () => keys,
  byId: (wanted) => keys.find(({ id }) => id === wanted),
});

const secretOf = (base64url: string): KeyObject => createSecretKey(Buffer.from(base64url, 'base64url'));
