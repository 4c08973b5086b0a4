import type { Collection } from '../shared/document-store';

/** What is remembered of the codes for one reference, whether or not there is a case. No code can be read from it. */
export interface CodesOfReference {
  /** None when the last code has been used. */
  readonly live?: LiveCode;
  /** ISO times at which codes were asked for, of the last hour. */
  readonly askedAt: readonly string[];
  /** ISO times of wrong answers, of the last day, since the last right one. */
  readonly wrongAt: readonly string[];
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
  expiry: 'expiresAt',
};

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

/** Counts a try, and uses the code up if it is the right one. */
export function takeAnswer(
  stored: CodesOfReference | undefined,
  isRight: (live: LiveCode) => boolean,
  now: Date,
  limits: CodeLimits,
): Decision<CodeAnswer> {
  const { live, askedAt, wrongAt: wrongBefore } = stored ?? NOTHING;
  const wrongAt = within(DAY, wrongBefore, now);
  if (wrongAt.length >= limits.wrongAnswersPerDay) return { result: 'none-left' };
  if (!live || live.until <= now.toISOString()) return { result: 'expired' };
  if (live.triesLeft === 0) return { result: 'none-left' };

  const rest = { askedAt, expiresAt: later(now, DAY) };
  if (isRight(live)) return { body: { ...rest, wrongAt: [] }, result: 'right' };
  const triesLeft = live.triesLeft - 1;
  const body = { ...rest, live: { ...live, triesLeft }, wrongAt: [...wrongAt, now.toISOString()] };
  return { body, result: triesLeft > 0 ? 'wrong' : 'none-left' };
}

const later = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString();

const within = (ms: number, times: readonly string[], now: Date): readonly string[] =>
  times.filter((time) => time > later(now, -ms));
