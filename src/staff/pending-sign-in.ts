import type { Collection } from '../shared/document-store';

/** Somebody has given their password, and not yet the code of their app. */
export interface PendingSignIn {
  readonly staffId: string;
  /** ISO time */
  readonly until: string;
  readonly tries: number;
}

/** Keyed by a hash of the token that the browser has. */
export const PENDING_SIGN_INS: Collection<PendingSignIn> = {
  name: 'pending-sign-ins',
  indexes: [{ name: 'by-end', fields: ['until'] }],
  expiry: 'until',
  personal: [],
};

/** Milliseconds to look for the phone, and codes that may be tried. */
export const PENDING_FOR = 5 * 60_000;
export const MOST_CODES = 5;
