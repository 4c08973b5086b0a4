import { timingSafeEqual } from 'node:crypto';
import type { Request } from 'restify';

import { ProtocolError } from '../directline/protocol-error';
import type { TokenClaims, Tokens } from '../directline/tokens';

/** Who calls: a browser with the token of one conversation, or a server of the landlord with the secret. */
export type Caller =
  { readonly kind: 'token'; readonly claims: TokenClaims } | { readonly kind: 'server'; readonly claims?: never };

export interface AuthenticationDependencies {
  readonly tokens: Tokens;
  readonly directLineSecret: string | undefined;
}

/** @throws ProtocolError `Unauthorized`, `Forbidden` or `TokenExpired` */
export function authenticate(request: Request, { tokens, directLineSecret }: AuthenticationDependencies): Caller {
  const credential = bearerOf(request);
  if (directLineSecret !== undefined && isSame(credential, directLineSecret)) return { kind: 'server' };
  const claims = tokens.verify(credential);
  const { origin } = request.headers;
  if (claims.trustedOrigins && origin !== undefined && !claims.trustedOrigins.includes(origin)) {
    throw new ProtocolError('OriginNotAllowed', 'the token may not be used from this page');
  }
  return { kind: 'token', claims };
}

/** @throws ProtocolError `Unauthorized` */
export function bearerOf({ headers }: Request): string {
  const credential = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (credential !== undefined) return credential;
  throw new ProtocolError('Unauthorized', 'an Authorization header with a token is missing');
}

/** The same time for a nearly right secret as for a wrong one. */
function isSame(given: string, secret: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}
