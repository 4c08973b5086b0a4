import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';

import { EncryptionKeyFile, LOOK_EVERY } from '../../../src/storage/sealed/encryption-key-file';
import { encryptionKeysText, newEncryptionKey, readEncryptionKeys } from '../../../src/storage/sealed/encryption-keys';

const SECRET = Buffer.alloc(32, 7).toString('base64url');

describe('a list of keys', () => {
  it.each([
    ['with commas', `k2:${SECRET},k1:${SECRET}`],
    ['one a line', `k2:${SECRET}\nk1:${SECRET}\n`],
    ['padded, as some tools write them', `k2:${SECRET}=, k1:${SECRET}=`],
  ])('is read %s, the one that seals first', (_how, text) => {
    const keys = readEncryptionKeys(text);

    expect(keys?.map(({ id }) => id)).toEqual(['k2', 'k1']);
    expect(encryptionKeysText(keys ?? [])).toBe(`k2:${SECRET}\nk1:${SECRET}\n`);
  });

  it.each([
    '',
    SECRET,
    `k1:${SECRET.slice(1)}`,
    `k1:${SECRET}A`,
    `K 1:${SECRET}`,
    `k.1:${SECRET}`,
    `k1:${SECRET},k1:${SECRET}`,
  ])('is none: "%s"', (text) => {
    expect(readEncryptionKeys(text)).toBeUndefined();
  });

  it('shows nothing of a key, however it is printed', () => {
    const keys = readEncryptionKeys(`k1:${SECRET}`) ?? [];
    const bytes = Buffer.from(SECRET, 'base64url');

    for (const secret of [SECRET, bytes.toString('hex'), bytes.toString('base64')]) {
      expect(JSON.stringify(keys) + inspect(keys, { depth: 9 })).not.toContain(secret);
    }
  });
});

describe('the file of keys', () => {
  let folder: string;
  let now: number;
  const open = (): EncryptionKeyFile => EncryptionKeyFile.openOrCreate(folder, () => now);
  const ids = (file: EncryptionKeyFile): string[] => file.all().map(({ id }) => id);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'privacy-desk-keys-'));
    now = 0;
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made once, with one key, and readable by its owner only', () => {
    expect(EncryptionKeyFile.open(folder)).toBeUndefined();
    const made = open();

    expect(made.all()).toHaveLength(1);
    expect(ids(open())).toEqual(ids(made));
    expect(statSync(join(folder, 'encryption.keys')).mode & 0o077).toBe(0);
  });

  it('is written whole, readable by its owner only, and leaves no other file', () => {
    const file = open();
    file.write([newEncryptionKey(), ...file.all()]);

    expect(ids(open())).toEqual(ids(file));
    expect(ids(file)).toHaveLength(2);
    expect(statSync(join(folder, 'encryption.keys')).mode & 0o077).toBe(0);
    expect(readdirSync(folder)).toEqual(['encryption.keys']);
  });

  it('is looked at again after a while, since another process may have made a new key', () => {
    const [running, other] = [open(), open()];
    const before = ids(running);
    other.write([newEncryptionKey(), ...other.all()]);

    now += LOOK_EVERY - 1;
    expect(ids(running)).toEqual(before);
    now += 1;
    expect(ids(running)).toEqual(ids(other));
  });

  it('is looked at at once for a key that is not known', () => {
    const [running, other] = [open(), open()];
    const key = newEncryptionKey();
    other.write([key, ...other.all()]);

    expect(running.byId(key.id)?.secret.equals(key.secret)).toBe(true);
    expect(running.byId('nobody')).toBeUndefined();
  });

  it('may be away for a moment: the keys that are known stay', () => {
    const running = open();
    const before = ids(running);
    rmSync(join(folder, 'encryption.keys'));

    now += LOOK_EVERY;

    expect(ids(running)).toEqual(before);
  });

  it('is not taken when it is damaged, and quotes nothing of itself', () => {
    open();
    const file = join(folder, 'encryption.keys');
    const half = readFileSync(file, 'utf8').slice(0, 30);
    writeFileSync(file, half);

    expect(open).toThrow(/is damaged: take it from a copy/);
    expect(open).not.toThrow(half);
  });
});
