import { TOTP, Secret } from 'otpauth';

import type { DocumentStore } from '../../src/shared/document-store';
import { SignIn, type CodeOutcome } from '../../src/staff/sign-in';
import { SignInAttempts } from '../../src/staff/sign-in-attempts';
import { StaffAccounts } from '../../src/staff/staff-accounts';
import { StaffSessions } from '../../src/staff/staff-sessions';
import type { ManualClock } from '../support/manual-clock';

export const PASSWORD = 'cobalt heron umbrella';
export const SAM = { email: 'Sam@example.org', displayName: 'Sam', roles: ['adviser'], team: 'customers' } as const;

/** So that tests can guess often. */
const CHEAP = { logN: 4, r: 8, p: 1 };

/** Accounts, sign-in and sessions over a store, as the service wires them. */
export function staffOver(store: DocumentStore, clock: ManualClock) {
  const key = 'a key for tests';
  const accounts = new StaffAccounts(store, clock, key, CHEAP);
  const sessions = new StaffSessions(store, clock);
  const attempts = new SignInAttempts(store, clock, key);
  const signIn = new SignIn({ store, clock, accounts, sessions, attempts });

  /** Sam, with a password and without a second factor yet. */
  const addSam = async (): Promise<string> => {
    const invited = await accounts.invite(SAM);
    if (typeof invited === 'string') throw new Error(invited);
    await accounts.accept(invited.id, invited.token, PASSWORD);
    return invited.id;
  };
  /** Signs in as somebody does for the first time, and gives back the secret that their app has then. */
  const enrol = async (): Promise<{ readonly secret: string; readonly outcome: CodeOutcome }> => {
    const asked = await signIn.withPassword(SAM.email, PASSWORD, '192.0.2.1');
    if (asked.kind !== 'needs-code' || !asked.setUp) throw new Error('no second factor is to be set up');
    const { secret } = asked.setUp;
    return { secret, outcome: await signIn.withCode(asked.pending, codeOf(secret, clock)) };
  };
  return { accounts, sessions, signIn, addSam, enrol };
}

/** What an app shows at this moment. */
export const codeOf = (secret: string, clock: ManualClock): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock.now().getTime() });
