import { createHash, randomBytes } from 'node:crypto';

import { changeDocument } from '../shared/change-document';
import type { Clock } from '../shared/clock';
import type { DocumentStore } from '../shared/document-store';
import { randomId } from '../shared/ids';
import { keyedHash } from '../shared/keyed-hash';
import { normaliseEmail } from '../shared/normalise-email';
import { hashPassword, PASSWORD_COST } from './hash-password';
import { judgePassword, type PasswordProblem } from './judge-password';
import type { Role } from './roles';
import { STAFF, type StaffAccount } from './staff-account';

export interface NewStaff {
  readonly email: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly team: string;
}

/** Somebody of the staff with their id. */
export interface KnownStaff {
  readonly id: string;
  readonly account: StaffAccount;
}

/** Milliseconds for which an invitation is good. */
const INVITED_FOR = 3 * 24 * 3_600_000;
/** Under which the first account is made, so that of two who follow the set-up link one wins. */
const FIRST = 'first';

/** Who may sign in. Passwords are set by those whose they are, through a link that is good once. */
export class StaffAccounts {
  constructor(
    private readonly store: DocumentStore,
    private readonly clock: Clock,
    private readonly key: string,
    readonly passwordCost = PASSWORD_COST,
  ) {}

  /** Whether nobody can sign in yet: then the start prints a set-up link. */
  async isEmpty(): Promise<boolean> {
    return (await this.store.find(STAFF, { index: 'by-login', limit: 1 })).length === 0;
  }

  async get(id: string): Promise<StaffAccount | undefined> {
    return (await this.store.get(STAFF, id))?.body;
  }

  async byEmail(email: string): Promise<KnownStaff | undefined> {
    const loginHash = this.loginHashOf(email);
    if (loginHash === undefined) return undefined;
    const [found] = await this.store.find(STAFF, { index: 'by-login', equals: { loginHash }, limit: 1 });
    return found && { id: found.id, account: found.body };
  }

  /** What stands for an address in logs of sign-ins; undefined for what is no address. */
  loginHashOf(email: string): string | undefined {
    const normal = normaliseEmail(email);
    return normal === undefined ? undefined : keyedHash(this.key, 'login', normal);
  }

  /**
   * Makes an account that has no password yet.
   *
   * @returns the token of the link by which its owner sets one, shown once and stored nowhere; `exists` for an address that
   *   has an account, `no-email` for what is no address
   */
  async invite(staff: NewStaff): Promise<{ readonly id: string; readonly token: string } | 'exists' | 'no-email'> {
    return this.make(randomId(), staff);
  }

  /** The same for the first account of all, which may set up the others; `exists` once there is one. */
  async inviteFirst(staff: Omit<NewStaff, 'roles'>): ReturnType<StaffAccounts['invite']> {
    return this.make(FIRST, { ...staff, roles: ['administrator', 'dpo'] });
  }

  /** A new link for somebody who has lost theirs, or their password. The old password is good no more. */
  async inviteAgain(id: string): Promise<string | undefined> {
    const { token, invitation } = this.newInvitation();
    return this.change(id, (account) =>
      account.state === 'off' ? undefined : { ...without(account), state: 'invited', invitation },
    ).then((changed) => changed && token);
  }

  /** Sets the password of an invitation, which is good once and for three days. */
  async accept(
    id: string,
    token: string,
    password: string,
  ): Promise<'done' | 'not-valid' | { readonly problem: PasswordProblem }> {
    const account = await this.get(id);
    if (!account || !this.isValid(account, token)) return 'not-valid';
    const problem = judgePassword(password, [account.email, account.displayName]);
    if (problem) return { problem };
    const passwordHash = await hashPassword(password, this.passwordCost);
    const changed = await this.change(id, (current) =>
      this.isValid(current, token) ? { ...without(current), state: 'active', passwordHash } : undefined,
    );
    return changed ? 'done' : 'not-valid';
  }

  /** Changes an account; undefined when `change` says that nothing is to be changed, or there is no such account. */
  change(id: string, change: (account: StaffAccount) => StaffAccount | undefined): Promise<StaffAccount | undefined> {
    return changeDocument<StaffAccount, StaffAccount | undefined>(this.store, STAFF, id, (current) => {
      const body = current && change(current);
      return body ? { body, result: body } : { result: undefined };
    });
  }

  private async make(id: string, staff: NewStaff): ReturnType<StaffAccounts['invite']> {
    const loginHash = this.loginHashOf(staff.email);
    if (loginHash === undefined) return 'no-email';
    const { token, invitation } = this.newInvitation();
    const outcome = await this.store.insert(STAFF, id, { ...staff, loginHash, state: 'invited', invitation });
    return outcome === 'inserted' ? { id, token } : 'exists';
  }

  private newInvitation() {
    const token = randomBytes(24).toString('base64url');
    const expiresAt = new Date(this.clock.now().getTime() + INVITED_FOR).toISOString();
    return { token, invitation: { hash: hashOf(token), expiresAt } };
  }

  private isValid({ state, invitation }: StaffAccount, token: string): boolean {
    if (state !== 'invited' || !invitation) return false;
    return invitation.hash === hashOf(token) && this.clock.now().toISOString() < invitation.expiresAt;
  }
}

/** Without what an invitation replaces; the second factor stays with its owner. */
function without({ ...account }: Writeable<StaffAccount>): StaffAccount {
  delete account.passwordHash;
  delete account.invitation;
  return account;
}

type Writeable<T> = { -readonly [K in keyof T]: T[K] };

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
