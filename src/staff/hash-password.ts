import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/** What one guess costs, as scrypt counts it. */
export interface PasswordCost {
  readonly logN: number;
  readonly r: number;
  readonly p: number;
}

/**
 * What one guess costs: 128 MB and about a third of a second. From the OWASP Password Storage Cheat Sheet, which asks of
 * scrypt N = 2^17, r = 8 and p = 1 at least.
 */
export const PASSWORD_COST: PasswordCost = { logN: 17, r: 8, p: 1 };
const KEY_LENGTH = 32;

/** The most that a stored hash may ask of us, whoever has written it. */
const MOST_LOG_N = 18;

/** A hash of a password with its salt and cost, so that the cost can rise without anybody setting a new password. */
export async function hashPassword(password: string, cost: PasswordCost): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.logN, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/**
 * Whether this is the password of a hash. Without a hash it takes as long as with one, so that nobody learns which accounts
 * exist.
 *
 * @returns `outdated` for a right one whose hash costs less than a new one would
 */
export async function checkPassword(
  password: string,
  hash: string | undefined,
  newCost: PasswordCost,
): Promise<'right' | 'outdated' | 'wrong'> {
  const [kind, logN, r, p, salt = '', key = ''] = (hash ?? decoy(newCost)).split('$');
  const cost = { logN: Number(logN), r: Number(r), p: Number(p) };
  if (kind !== 'scrypt' || !(cost.logN <= MOST_LOG_N)) return 'wrong';
  const wanted = Buffer.from(key, 'base64url');
  const given = await derive(password, Buffer.from(salt, 'base64url'), cost);
  if (hash === undefined || wanted.length !== given.length || !timingSafeEqual(wanted, given)) return 'wrong';
  return cost.logN < newCost.logN ? 'outdated' : 'right';
}

/** The hash of nothing that anybody knows. */
const decoy = ({ logN, r, p }: PasswordCost): string =>
  ['scrypt', logN, r, p, 'A'.repeat(22), 'A'.repeat(43)].join('$');

function derive(password: string, salt: Buffer, { logN, r, p }: PasswordCost) {
  // The same letters typed on another keyboard may be other code points.
  const text = password.normalize('NFKC');
  const N = 2 ** logN;
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r };
  return new Promise<Buffer>((resolve, reject) => {
    scrypt(text, salt, KEY_LENGTH, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
