import { mongo } from 'mongoose';

import { AppError } from '../../shared/app-error';

/** Codes of MongoDB's replies. */
const DUPLICATE_KEY = 11_000;
/**
 * Writes of others were in the way, and nothing was done: MongoDB's own code, and the one by which DocumentDB passes on
 * that PostgreSQL ended a deadlock.
 */
const GAVE_WAY: readonly unknown[] = [112, 16_908_292];
const REFUSED_USER: readonly unknown[] = [13, 18];

/** Whether a document of this id, or with a value that has to be unique, was there already. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY;
}

/**
 * Whether the connection broke, another server of the set takes over, or other writes were in the way: it is worth another
 * attempt, and what was asked may have been done all the same.
 */
export function isInterruption(error: unknown): boolean {
  if (error instanceof mongo.MongoNetworkError || error instanceof mongo.MongoWriteConcernError) return true;
  if (error instanceof mongo.MongoServerError && GAVE_WAY.includes(error.code)) return true;
  if (error instanceof mongo.MongoError) return error.hasErrorLabel('RetryableWriteError');
  // The driver passes on some failures of a socket as they are.
  return typeof error === 'object' && error !== null && 'syscall' in error;
}

/**
 * What is told of a failure. MongoDB's own errors name hosts and quote values of documents, so that only their kind is
 * passed on.
 */
export function unavailable(what: string, error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError('store_unavailable', `${what} (${kindOf(error)})`);
}

function kindOf(error: unknown): string {
  if (error instanceof mongo.MongoServerError) {
    if (REFUSED_USER.includes(error.code)) return 'it refuses the user or the password of MONGODB_URI';
    return `error ${error.codeName ?? String(error.code)}`;
  }
  return isInterruption(error) ? 'the connection broke' : ((error as Partial<Error> | null)?.name ?? 'unknown');
}
