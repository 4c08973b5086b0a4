import type { Collection } from '../shared/document-store';
import { keyedHash } from '../shared/keyed-hash';

/** What is remembered of the codes for one reference, whether or not there is a case. No code can be read from it. */
export interface CodesOfReference {
  /** None when the last code has been used. */
  readonly live?: LiveCode;
  /** ISO times at which codes were asked for, of the last hour. */
  readonly askedAt: readonly string[];
  /** ISO times of wrong answers, of the last day, since the last right one. */
  readonly wrongAt: readonly string[];
  /** What the last try was told, so that the same message, read again, is told the same. */
  readonly answered?: { readonly by: string; readonly answer: CodeAnswer };
  /** ISO time after which nothing in it counts any more. */
  readonly expiresAt: string;
}

export interface LiveCode {
  /** Keyed hash of the salt and the code; of a decoy, of something that is no code. */
  readonly hash: string;
  readonly salt: string;
  /** ISO time */
  readonly until: string;
  readonly triesLeft: number;
}

/** Keyed by a keyed hash of the reference, so that who reads the database learns no reference from it. */
export const ONE_TIME_CODES: Collection<CodesOfReference> = {
  name: 'one-time-codes',
  indexes: [{ name: 'by-expiry', fields: ['expiresAt'] }],
  // Hashes with a key, and times.
  personal: [],
  expiry: 'expiresAt',
};

/** The id of the document for a reference. */
export const codesId = (key: string, reference: string): string => keyedHash(key, 'codes of a reference', reference);

export interface CodeLimits {
  /** Codes that may be asked for one case within an hour. */
  readonly codesPerHour: number;
  /** Wrong answers to one case within a day, after which it gives no code and takes none until a day after the first. */
  readonly wrongAnswersPerDay: number;
}

/** `wrong` leaves a try. `none-left` is also told with the last wrong answer, and when the case is locked out. */
export type CodeAnswer = 'right' | 'wrong' | 'none-left' | 'expired';

/** What is to be stored, if anything, and told once it is. */
interface Decision<R> {
  readonly body?: CodesOfReference;
  readonly result: R;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LIFE = 10 * MINUTE;
const TRIES = 3;

/** What there is before anybody has asked. */
const NOTHING: CodesOfReference = { askedAt: [], wrongAt: [], expiresAt: '' };

/** Puts a new code in the place of the one before, unless the case has had too many. */
export function takeNewCode(
  stored: CodesOfReference | undefined,
  { hash, salt }: Pick<LiveCode, 'hash' | 'salt'>,
  now: Date,
  limits: CodeLimits,
): Decision<'asked' | 'too-many'> {
  const codes = stored ?? NOTHING;
  if (codes.live?.salt === salt) return { result: 'asked' };
  const askedAt = within(HOUR, codes.askedAt, now);
  const wrongAt = within(DAY, codes.wrongAt, now);
  const isTooMany = askedAt.length >= limits.codesPerHour || wrongAt.length >= limits.wrongAnswersPerDay;
  if (isTooMany) return { result: 'too-many' };
  const live = { hash, salt, until: later(now, LIFE), triesLeft: TRIES };
  return {
    body: { live, askedAt: [...askedAt, now.toISOString()], wrongAt, expiresAt: later(now, DAY) },
    result: 'asked',
  };
}

export interface Try {
  /** Names the message: the same one is the same try. */
  readonly by: string;
  readonly isRight: (live: LiveCode) => boolean;
}

/** Counts a try, and uses the code up if it is the right one. */
export function takeAnswer(
  stored: CodesOfReference | undefined,
  { by, isRight }: Try,
  now: Date,
  limits: CodeLimits,
): Decision<CodeAnswer> {
  const { live, askedAt, wrongAt: wrongBefore, answered } = stored ?? NOTHING;
  if (answered?.by === by) return { result: answered.answer };
  const wrongAt = within(DAY, wrongBefore, now);
  if (wrongAt.length >= limits.wrongAnswersPerDay) return { result: 'none-left' };
  if (!live || live.until <= now.toISOString()) return { result: 'expired' };
  if (live.triesLeft === 0) return { result: 'none-left' };

  const rest = { askedAt, expiresAt: later(now, DAY) };
  const decided = (answer: CodeAnswer, body: Pick<CodesOfReference, 'live' | 'wrongAt'>): Decision<CodeAnswer> => ({
    body: { ...rest, ...body, answered: { by, answer } },
    result: answer,
  });
  if (isRight(live)) return decided('right', { wrongAt: [] });
  const triesLeft = live.triesLeft - 1;
  const after = { live: { ...live, triesLeft }, wrongAt: [...wrongAt, now.toISOString()] };
  return decided(triesLeft > 0 ? 'wrong' : 'none-left', after);
}

const later = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString();

const within = (ms: number, times: readonly string[], now: Date): readonly string[] =>
  times.filter((time) => time > later(now, -ms));
