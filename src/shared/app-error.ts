export type ErrorCode =
  | 'content_invalid'
  | 'config_invalid'
  | 'store_unavailable'
  | 'store_locked'
  | 'already_there'
  | 'key_missing'
  | 'state_conflict'
  | 'turn_timeout'
  | 'turn_over'
  | 'not_supported'
  | 'queue_full'
  | 'coordination_unavailable'
  | 'lease_lost'
  | 'not_built'
  | 'encoder_damaged'
  | 'model_missing'
  | 'address_in_use'
  | 'not_a_day'
  | 'ledger_damaged'
  | 'holds_missing';

/** A failure with a code that callers can branch on and staff can search for. The message never holds personal data. */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
