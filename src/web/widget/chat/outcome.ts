/** What a call of the desk came to. Closed: whoever makes a call handles every kind. */
export type Outcome<T> =
  | { readonly kind: 'ok'; readonly value: T }
  /** No answer came. Whether the desk has heard us is not known. */
  | { readonly kind: 'unreachable' }
  /** The token is too old: nobody can go on with this conversation from here. */
  | { readonly kind: 'expired' }
  | { readonly kind: 'ended' }
  /** There is no such conversation any more. */
  | { readonly kind: 'gone' }
  /** Too much was asked in too short a time. */
  | { readonly kind: 'busy' }
  /** The desk is there but could not do it this time. */
  | { readonly kind: 'failed' }
  /** The desk will not do it, now or later. */
  | { readonly kind: 'refused' };

export type Failure = Exclude<Outcome<never>, { readonly kind: 'ok' }>;

/** What the status and the error code of an answer mean. */
export function failureOf(status: number, code: string | undefined): Failure {
  if (code === 'ConversationEnded') return { kind: 'ended' };
  if (code === 'TokenExpired' || status === 401) return { kind: 'expired' };
  if (status === 404) return { kind: 'gone' };
  if (status === 429) return { kind: 'busy' };
  return { kind: status >= 500 ? 'failed' : 'refused' };
}
