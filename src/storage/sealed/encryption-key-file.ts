import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { AppError } from '../../shared/app-error';
import { createOnce } from '../key-file';
import { syncToDisk } from '../sqlite/sync-to-disk';
import {
  encryptionKeysText,
  newEncryptionKey,
  readEncryptionKeys,
  type EncryptionKey,
  type EncryptionKeys,
} from './encryption-keys';

/** In the data folder. Without it nothing personal that is kept can be read again. */
export const ENCRYPTION_KEY_FILE = 'encryption.keys';

/** Milliseconds after which a process notices at the latest that the file has changed. */
export const LOOK_EVERY = 1000;

/**
 * Keys in a file that only the service's user can read. Another process may change them: whoever seals looks at the file
 * again after a second, and whoever meets an unknown key at once.
 */
export class EncryptionKeyFile implements EncryptionKeys {
  private keys: readonly EncryptionKey[];
  private stamp: string;
  private lookedAt: number;

  /** @param now milliseconds of a clock that only goes on */
  private constructor(
    private readonly file: string,
    private readonly now: () => number,
  ) {
    this.stamp = stampOf(file);
    this.keys = readFile(file);
    this.lookedAt = now();
  }

  /** @returns undefined when there is no such file in the folder */
  static open(folder: string, now = () => performance.now()): EncryptionKeyFile | undefined {
    const file = join(folder, ENCRYPTION_KEY_FILE);
    return existsSync(file) ? new EncryptionKeyFile(file, now) : undefined;
  }

  /** The same; makes a new key first, where there is none. */
  static openOrCreate(folder: string, now = () => performance.now()): EncryptionKeyFile {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, ENCRYPTION_KEY_FILE);
    if (!existsSync(file)) createOnce(file, encryptionKeysText([newEncryptionKey()]));
    return new EncryptionKeyFile(file, now);
  }

  all(): readonly EncryptionKey[] {
    if (this.now() - this.lookedAt >= LOOK_EVERY) this.look();
    return this.keys;
  }

  byId(wanted: string): EncryptionKey | undefined {
    return this.find(wanted) ?? (this.look(), this.find(wanted));
  }

  /** Puts other keys in the place of these. Only one process may do so at a time. */
  write(keys: readonly EncryptionKey[]): void {
    const next = `${this.file}.${randomUUID()}.new`;
    writeFileSync(next, encryptionKeysText(keys), { mode: 0o600, flush: true });
    renameSync(next, this.file);
    syncToDisk(dirname(this.file));
    this.look();
  }

  private find(wanted: string): EncryptionKey | undefined {
    return this.keys.find(({ id }) => id === wanted);
  }

  /** Those that are known stay, where the file cannot be read for the moment. */
  private look(): void {
    this.lookedAt = this.now();
    try {
      const stamp = stampOf(this.file);
      if (stamp === this.stamp) return;
      this.keys = readFile(this.file);
      this.stamp = stamp;
    } catch {
      return;
    }
  }
}

/** Every change puts another file there. */
function stampOf(file: string): string {
  const { ino, mtimeMs, size } = statSync(file);
  return [ino, mtimeMs, size].join(' ');
}

function readFile(file: string): readonly EncryptionKey[] {
  const keys = readEncryptionKeys(readFileSync(file, 'utf8'));
  if (keys) return keys;
  throw new AppError('key_missing', `${file} is damaged: take it from a copy, since what is kept opens with no other`);
}
