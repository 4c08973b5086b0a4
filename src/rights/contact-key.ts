import { keyedHash } from '../shared/keyed-hash';
import { normaliseEmail } from '../shared/normalise-email';
import { normalisePhone } from '../shared/normalise-phone';
import type { Case } from './case';

/**
 * Finds what belongs to the same contact again, and tells nobody who that is.
 *
 * @param address an e-mail address or a telephone number, as people write it
 * @returns undefined for anything else
 */
export function contactKeyOf(address: string, lookupKey: string): string | undefined {
  const normal = normaliseEmail(address) ?? normalisePhone(address);
  return normal === undefined ? undefined : keyedHash(lookupKey, 'contact', normal);
}

/** Of all contacts that a case tells. */
export function contactKeysOf({ contactKey, facts }: Case, lookupKey: string): readonly string[] {
  const told = [facts.email, facts.phone].map((fact) => contactKeyOf(fact?.value ?? '', lookupKey));
  return [...new Set([contactKey, ...told].filter((key) => key !== undefined))];
}
