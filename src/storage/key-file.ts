import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { AppError } from '../shared/app-error';

/** Characters of 256 bits in base64url. */
const LENGTH = 43;

/**
 * A secret of this installation, made on the first start: 256 random bits in a file that only the service's user can
 * read. Deleting the file makes a new secret, and everything signed with the old one worthless.
 */
export function loadOrCreateKey(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, name);
  if (!existsSync(file)) createOnce(file, randomBytes(32).toString('base64url') + '\n');
  const key = readFileSync(file, 'utf8').trim();
  if (key.length >= LENGTH) return key;
  throw new AppError('store_unavailable', `${file} is damaged: delete it, and the next start makes a new one`);
}

/**
 * Makes a file that only its owner can read, unless there is one. Under another name first, so that a full disk or a
 * power cut leaves no half of a key that anybody could guess. Of several processes that start on one folder, the first
 * one's key is everybody's.
 */
export function createOnce(file: string, text: string): void {
  const half = `${file}.${randomUUID()}.new`;
  writeFileSync(half, text, { mode: 0o600, flush: true });
  try {
    linkSync(half, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(half);
  }
}
