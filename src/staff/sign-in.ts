import { createHash, randomBytes } from 'node:crypto';

import { changeDocument } from '../shared/change-document';
import type { Clock } from '../shared/clock';
import type { DocumentStore } from '../shared/document-store';
import { checkPassword, hashPassword } from './hash-password';
import { newTotp, stepOfCode } from './one-time-password';
import { MOST_CODES, PENDING_FOR, PENDING_SIGN_INS } from './pending-sign-in';
import type { SignInAttempts } from './sign-in-attempts';
import type { Totp } from './staff-account';
import type { StaffAccounts } from './staff-accounts';
import type { StaffSession } from './staff-session';
import type { StaffSessions } from './staff-sessions';

export interface SignInDependencies {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly accounts: StaffAccounts;
  readonly sessions: StaffSessions;
  readonly attempts: SignInAttempts;
}

/** What came of a password. A wrong one, an unknown account and one that is off are told alike, after the same time. */
export type PasswordOutcome =
  | { readonly kind: 'wrong' }
  | { readonly kind: 'locked' }
  /** @param setUp the second factor to take into an app, for somebody who has none yet */
  | { readonly kind: 'needs-code'; readonly pending: string; readonly setUp?: Totp };

export type CodeOutcome =
  | { readonly kind: 'wrong' }
  /** Too late, or tried too often: it begins with the password again. */
  | { readonly kind: 'begin-again' }
  | { readonly kind: 'signed-in'; readonly staffId: string; readonly token: string; readonly session: StaffSession };

/** Signing in with a password and the code of an app, one after the other. Nobody is in without both. */
export class SignIn {
  constructor(private readonly deps: SignInDependencies) {}

  /** @param address of the caller, as rate limits see it */
  async withPassword(email: string, password: string, address: string): Promise<PasswordOutcome> {
    const { accounts, attempts } = this.deps;
    const login = accounts.loginHashOf(email) ?? 'no address';
    if (!(await attempts.mayTry(login, address))) return { kind: 'locked' };
    const known = await accounts.byEmail(email);
    const isActive = known?.account.state === 'active';
    const verdict = await checkPassword(
      password,
      isActive ? known.account.passwordHash : undefined,
      accounts.passwordCost,
    );
    if (!isActive || verdict === 'wrong') return { kind: 'wrong' };
    await attempts.succeeded(login);
    if (verdict === 'outdated') await this.rehash(known.id, password);
    return this.askForCode(known.id);
  }

  async withCode(pending: string, code: string): Promise<CodeOutcome> {
    const { accounts, sessions, clock, store } = this.deps;
    const staffId = await this.countTry(pending);
    if (staffId === undefined) return { kind: 'begin-again' };
    const signedIn = await accounts.change(staffId, (account) => {
      const { state, totp } = account;
      const lastStep = totp && stepOfCode(totp, code, clock.now());
      if (state !== 'active' || !totp || lastStep === undefined) return undefined;
      return { ...account, totp: { ...totp, isConfirmed: true, lastStep } };
    });
    if (!signedIn) return { kind: 'wrong' };
    await store.delete(PENDING_SIGN_INS, idOf(pending));
    return { kind: 'signed-in', staffId, ...(await sessions.begin(staffId)) };
  }

  private async askForCode(staffId: string): Promise<PasswordOutcome> {
    const { accounts, clock, store } = this.deps;
    // One that was never confirmed may have been seen by whoever had the password before: a new one is made.
    const account = await accounts.change(staffId, (current) =>
      current.totp?.isConfirmed === true ? undefined : { ...current, totp: newTotp() },
    );
    const pending = randomBytes(24).toString('base64url');
    const until = new Date(clock.now().getTime() + PENDING_FOR).toISOString();
    await store.insert(PENDING_SIGN_INS, idOf(pending), { staffId, until, tries: 0 });
    return { kind: 'needs-code', pending, ...(account?.totp && { setUp: account.totp }) };
  }

  /** Counts before the code is looked at, so that guesses at the same time do not get more tries. */
  private countTry(pending: string): Promise<string | undefined> {
    const now = this.deps.clock.now().toISOString();
    return changeDocument(this.deps.store, PENDING_SIGN_INS, idOf(pending), (current) => {
      if (!current || current.until <= now || current.tries >= MOST_CODES) return { result: undefined };
      return { body: { ...current, tries: current.tries + 1 }, result: current.staffId };
    });
  }

  /** What a hash costs has risen since this one was made. */
  private async rehash(staffId: string, password: string): Promise<void> {
    const passwordHash = await hashPassword(password, this.deps.accounts.passwordCost);
    await this.deps.accounts.change(staffId, (account) => ({ ...account, passwordHash }));
  }
}

const idOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
