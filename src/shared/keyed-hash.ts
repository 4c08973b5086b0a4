import { createHmac } from 'node:crypto';

/**
 * Stands for a value where the value itself must not stand: the same value gives the same hash, and without the key
 * nobody can go back, not even by trying all phone numbers or all codes.
 *
 * @param parts hashed together; the first says what for, so that hashes for different uses cannot be compared
 * @returns HMAC-SHA-256 in 43 characters of base64url
 */
export function keyedHash(key: string, ...parts: readonly string[]): string {
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
}
