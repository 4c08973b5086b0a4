import type { Collection } from '../shared/document-store';
import type { Role } from './roles';

/** Somebody who may sign in to the console. */
export interface StaffAccount {
  readonly email: string;
  /** Stands for the normalised address where the account is looked up. */
  readonly loginHash: string;
  /** What tenants are told: "Sam has joined". */
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly team: string;
  /** `invited` until a password is set by the link that was given; `off` for good or until an administrator says so. */
  readonly state: 'invited' | 'active' | 'off';
  /** As `hashPassword` makes it. Absent while invited, and where somebody signs in elsewhere. */
  readonly passwordHash?: string;
  /** The second factor. It counts once a first code of it was given. */
  readonly totp?: Totp;
  readonly invitation?: Invitation;
}

export interface Totp {
  /** Base32, as apps take it. */
  readonly secret: string;
  readonly isConfirmed: boolean;
  /** The time step of the last code that was taken: none is taken twice. */
  readonly lastStep: number;
}

export interface Invitation {
  /** Of the token in the link. */
  readonly hash: string;
  /** ISO time */
  readonly expiresAt: string;
}

/** Keyed by staff id. */
export const STAFF: Collection<StaffAccount> = {
  name: 'staff',
  indexes: [{ name: 'by-login', fields: ['loginHash'], unique: true }],
  personal: ['email', 'displayName', 'passwordHash', 'totp', 'invitation'],
};
