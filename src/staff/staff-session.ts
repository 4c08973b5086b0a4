import type { Collection } from '../shared/document-store';

/** One sign-in of somebody, on one browser. */
export interface StaffSession {
  readonly staffId: string;
  readonly startedAt: string;
  readonly lastSeenAt: string;
  /** ISO time after which it counts no more, however busy. Its index deletes it then. */
  readonly endsAt: string;
  /** Sent with every call that changes something, since a cookie alone goes along with calls of other sites. */
  readonly csrf: string;
}

/** Keyed by a hash of the token in the cookie: who reads the database cannot sign in by it. */
export const STAFF_SESSIONS: Collection<StaffSession> = {
  name: 'staff-sessions',
  indexes: [
    { name: 'by-staff', fields: ['staffId'] },
    { name: 'by-end', fields: ['endsAt'] },
  ],
  expiry: 'endsAt',
  personal: ['csrf'],
};

/** Milliseconds without a call, and from the sign-in on. */
export const SESSION_LIFE = { idle: 30 * 60_000, whole: 10 * 3_600_000 } as const;
