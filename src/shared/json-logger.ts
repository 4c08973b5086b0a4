import pino from 'pino';

import { AppError } from './app-error';
import type { Logger } from './logger';

/** JSON lines on standard output. Of an error only its class, code and place are written: its text may quote a person. */
export function createJsonLogger(level: string): Logger {
  const log = pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
  return {
    info: (message, fields = {}) => log.info(fields, message),
    warn: (message, fields = {}) => log.warn(fields, message),
    error: (message, cause, fields = {}) => log.error({ ...fields, ...describeError(cause) }, message),
  };
}

/** A line of a stack, which ends in its place: `at work (/desk/file.js:7:11)`. */
const FRAME = /^\s+(at .*:\d+:\d+\)?)$/m;

/** What may be told of an error: class, code and place, and the class of its cause. */
export function describeError(cause: unknown): Record<string, string> {
  if (!(cause instanceof Error)) return { error: typeof cause };
  const code = cause instanceof AppError ? cause.code : (cause as { readonly code?: unknown }).code;
  const { stack = '', message } = cause;
  const place = FRAME.exec(stack.slice(stack.indexOf(message) + message.length))?.[1];
  return {
    error: cause.name,
    ...(typeof code === 'string' && { code }),
    ...(place !== undefined && { place }),
    ...(cause.cause instanceof Error && { cause: cause.cause.name }),
  };
}
