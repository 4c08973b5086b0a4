import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

import { AppError } from '../../shared/app-error';
import type { EncryptionKey, EncryptionKeys } from './encryption-keys';

/** Where a value stands. It opens nowhere else: nobody can put one person's value in the place of another's. */
export interface ValuePlace {
  readonly collection: string;
  readonly id: string;
  readonly field: string;
}

const CIPHER = 'aes-256-gcm';

/** Bytes that NIST SP 800-38D names for both: the number that is used once, at random, and the proof of the whole. */
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;

/** Seals a value: the id of the key, a full stop, and nonce, text and proof in base64url. */
export function sealValue({ id, secret }: EncryptionKey, text: string, place: ValuePlace): string {
  const nonce = randomBytes(NONCE_LENGTH);
  const cipher = createCipheriv(CIPHER, secret, nonce, { authTagLength: TAG_LENGTH }).setAAD(boundTo(place));
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${id}.${sealed.toString('base64url')}`;
}

/**
 * Opens a value that was sealed in this place.
 *
 * @throws AppError `key_missing` when its key is not there, `store_unavailable` when it was changed or moved
 */
export function openValue(keys: EncryptionKeys, sealed: string, place: ValuePlace): string {
  const id = keyIdOf(sealed);
  const key = keys.byId(id);
  if (!key) {
    throw new AppError(
      'key_missing',
      `a document of ${place.collection} is sealed with the key ${id}, which is missing`,
    );
  }
  const bytes = Buffer.from(sealed.slice(id.length + 1), 'base64url');
  try {
    const nonce = bytes.subarray(0, NONCE_LENGTH);
    const decipher = createDecipheriv(CIPHER, key.secret, nonce, { authTagLength: TAG_LENGTH });
    decipher.setAAD(boundTo(place)).setAuthTag(bytes.subarray(-TAG_LENGTH));
    const text = decipher.update(bytes.subarray(NONCE_LENGTH, -TAG_LENGTH));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch (cause) {
    const message = `a value of ${place.collection} does not open: it was changed or moved, or ${id} is another key now`;
    throw new AppError('store_unavailable', message, { cause });
  }
}

/** Of the key that a value was sealed with. */
export const keyIdOf = (sealed: string): string => sealed.slice(0, sealed.indexOf('.'));

const boundTo = ({ collection, id, field }: ValuePlace): Buffer => Buffer.from(JSON.stringify([collection, id, field]));
