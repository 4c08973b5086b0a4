import type { Next, Request, Response } from 'restify';

import { AppError } from '../shared/app-error';
import type { Logger } from '../shared/logger';
import { ProtocolError, type ProtocolErrorCode } from '../directline/protocol-error';

export type Handler = (request: Request, response: Response) => Promise<void> | void;

/**
 * Turns a handler into a restify route that answers every failure in the protocol's shape, and with nothing of ours in
 * it: `{"error":{"code","message"}}`.
 */
export function createRoute(logger: Logger) {
  return (handle: Handler) =>
    (request: Request, response: Response, next: Next): void => {
      Promise.resolve()
        .then(() => handle(request, response))
        .catch((error: unknown) => sendError(response, toProtocolError(error, logger)))
        .finally(() => next(false));
    };
}

/** Sends an error in the protocol's shape, unless an answer has begun already. */
export function sendError(response: Response, { status, code, message, retryAfter }: ProtocolError): void {
  if (response.headersSent) return;
  if (retryAfter !== undefined) response.setHeader('Retry-After', String(retryAfter));
  response.send(status, { error: { code, message } });
}

const CODES: Partial<Record<AppError['code'], readonly [ProtocolErrorCode, string]>> = {
  queue_full: ['TooManyRequests', 'too many messages of this conversation are waiting'],
  coordination_unavailable: ['ServiceUnavailable', 'no messages can be taken at the moment; please send it again'],
  lease_lost: ['ServiceUnavailable', 'the message could not be answered in time; please send it again'],
  store_unavailable: ['ServiceUnavailable', 'the message could not be stored; please send it again'],
  state_conflict: ['BotRejectedActivity', 'another message came at the same time; please send it again'],
};

function toProtocolError(error: unknown, logger: Logger): ProtocolError {
  if (error instanceof ProtocolError) return error;
  logger.error('call failed', error);
  const known = error instanceof AppError ? CODES[error.code] : undefined;
  if (!known) return new ProtocolError('ServiceError', 'something went wrong on our side');
  return new ProtocolError(known[0], known[1], known[0] === 'TooManyRequests' ? 2 : undefined);
}
