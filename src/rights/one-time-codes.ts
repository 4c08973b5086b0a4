import { timingSafeEqual } from 'node:crypto';

import { changeDocument } from '../shared/change-document';
import type { Clock } from '../shared/clock';
import type { DocumentStore } from '../shared/document-store';
import { randomId } from '../shared/ids';
import { keyedHash } from '../shared/keyed-hash';
import { plainDigits } from '../shared/plain-digits';
import type { MakeRateLimiter, RateLimiter } from '../shared/rate-limiter';
import {
  codesId,
  ONE_TIME_CODES,
  takeAnswer,
  takeNewCode,
  type CodeAnswer,
  type CodeLimits,
} from './codes-of-reference';

/**
 * Sends a code to the contact of a case.
 *
 * @param to undefined where nobody may get it: there is no such case, or no address on it. The same must be stored then
 *   as for a code that is sent (a row of the outbox that the sender drops), so that neither how long it takes nor how
 *   the store grows tells whether there is a case.
 * @param key names this code: sent again under the same key, it is the same mail
 */
export type SendCode = (to: string | undefined, code: string, key: string) => Promise<void>;

export interface OneTimeCodesDependencies {
  readonly store: DocumentStore;
  readonly clock: Clock;
  /** A secret of this installation. */
  readonly key: string;
  readonly limits: CodeLimits & {
    /** Codes asked for and answers given, together, within an hour from one address, whatever the case. */
    readonly callsPerHourOfAddress: number;
  };
  readonly sendCode: SendCode;
  readonly makeLimiter: MakeRateLimiter;
}

const HOUR_IN_SECONDS = 3600;

/**
 * Six-digit codes that prove that somebody reads the mail of a case. A reference that does not exist is treated as one
 * whose code nobody knows: the same is done, stored and answered.
 */
export class OneTimeCodes {
  private readonly addresses: RateLimiter;

  constructor(private readonly deps: OneTimeCodesDependencies) {
    const points = deps.limits.callsPerHourOfAddress;
    this.addresses = deps.makeLimiter({ name: 'one-time-codes', points, seconds: HOUR_IN_SECONDS });
  }

  /**
   * Makes a code, good for ten minutes and three tries, and has it sent. The code before it is good for nothing then.
   *
   * @param reference as `readReference` gives it
   * @param contact the e-mail address on the case; undefined when there is none, or no such case
   * @param from the address that asks, as rate limits see it
   * @param message names the message that asks: one that is read again after a crash makes the same code, once
   * @returns `too-many` when the limit of the case or of the address is reached; nothing is sent then
   */
  async request(
    reference: string,
    contact: string | undefined,
    from: string,
    message = randomId(),
  ): Promise<'asked' | 'too-many'> {
    if (!(await this.mayCall(from))) return 'too-many';
    const { store, clock, limits, sendCode, key } = this.deps;
    const id = this.idOf(reference);
    const salt = keyedHash(key, 'salt of a one-time code', id, message);
    const code = sixDigits(keyedHash(key, 'new one-time code', id, message));
    // Nobody can guess what a decoy is made of, so that no answer to it is right.
    const hash = this.hashOf(id, salt, contact === undefined ? randomId() : code);
    const outcome = await changeDocument(store, ONE_TIME_CODES, id, (stored) =>
      takeNewCode(stored, { hash, salt }, clock.now(), limits),
    );
    if (outcome === 'asked') await sendCode(contact, code, `one-time-code/${salt}`);
    return outcome;
  }

  /**
   * Whether this is the code that was sent last. A right one is used up. Each try is counted in the store before its
   * outcome is told: of many guesses at the same time no more than three count.
   *
   * @param code what somebody typed; only its digits count
   * @param from the address that asks; one that has called too often has no tries left
   * @param message names the message that tries: one that is read again after a crash is one try
   */
  async check(reference: string, code: string, from: string, message = randomId()): Promise<CodeAnswer> {
    if (!(await this.mayCall(from))) return 'none-left';
    const { store, clock, limits, key } = this.deps;
    const id = this.idOf(reference);
    const by = keyedHash(key, 'try of a one-time code', id, message);
    const digits = plainDigits(code).replace(/\D/g, '');
    return changeDocument(store, ONE_TIME_CODES, id, (stored) =>
      takeAnswer(
        stored,
        { by, isRight: ({ hash, salt }) => isSame(hash, this.hashOf(id, salt, digits)) },
        clock.now(),
        limits,
      ),
    );
  }

  private idOf(reference: string): string {
    return codesId(this.deps.key, reference);
  }

  private hashOf(id: string, salt: string, code: string): string {
    return keyedHash(this.deps.key, 'one-time code', id, salt, code);
  }

  /** The counts are never stored, and never logged. */
  private async mayCall(from: string): Promise<boolean> {
    return (await this.addresses.take(from)) === 'taken';
  }
}

/** From a hash that nobody can make who does not know the key; 48 of its bits are even enough among a million codes. */
const sixDigits = (hash: string): string =>
  String(Buffer.from(hash, 'base64url').readUIntBE(0, 6) % 1_000_000).padStart(6, '0');

/** Takes the same time wherever the first difference is. Both are hashes of the same length. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(Buffer.from(one), Buffer.from(other));
