import { Secret, TOTP } from 'otpauth';

import type { Totp } from './staff-account';

/** Seconds for which a code is good; it is taken one step early and late, since clocks of phones differ. */
const STEP = 30;
const WINDOW = 1;

/** A new second factor, not confirmed yet. RFC 6238, as all apps for it take it: six digits, SHA-1, 30 seconds. */
export const newTotp = (): Totp => ({ secret: new Secret({ size: 20 }).base32, isConfirmed: false, lastStep: 0 });

/** What an app reads as a picture or by hand. */
export function totpAddress({ secret }: Totp, account: string, issuer: string): string {
  return totpOf(secret, account, issuer).toString();
}

/**
 * The time step of a right code that was not taken before; undefined for a wrong, old or used one.
 *
 * @param code six digits, with or without spaces
 */
export function stepOfCode({ secret, lastStep }: Totp, code: string, at: Date): number | undefined {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const delta = totpOf(secret).validate({ token, timestamp: at.getTime(), window: WINDOW });
  if (delta === null) return undefined;
  const step = Math.floor(at.getTime() / 1000 / STEP) + delta;
  return step > lastStep ? step : undefined;
}

const totpOf = (secret: string, label = '', issuer = ''): TOTP =>
  new TOTP({ issuer, label, algorithm: 'SHA1', digits: 6, period: STEP, secret: Secret.fromBase32(secret) });
