/**
 * Codes of the Direct Line protocol and of our own routes beside it. A code is stable, its message is not.
 * The codes that the protocol's documents name are kept.
 */
export const ERROR_STATUS = {
  BadArgument: 400,
  MissingProperty: 400,
  MessageSizeTooBig: 413,
  Unauthorized: 401,
  Forbidden: 403,
  TokenExpired: 403,
  OriginNotAllowed: 403,
  ConversationEnded: 403,
  ConversationNotFound: 404,
  NotFound: 404,
  MethodNotAllowed: 405,
  UploadNotSupported: 415,
  TooManyRequests: 429,
  ServiceError: 500,
  BotRejectedActivity: 502,
  ServiceUnavailable: 503,
} as const;

export type ProtocolErrorCode = keyof typeof ERROR_STATUS;

/** A call that cannot be done. The message is for the developer of a client; it never repeats what was sent. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';

  constructor(
    readonly code: ProtocolErrorCode,
    message: string,
    /** Seconds after which the same call may succeed. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }
}
