import jwt from 'jsonwebtoken';
import { createSecretKey, type KeyObject } from 'node:crypto';

import type { Clock } from '../shared/clock';
import { ProtocolError } from './protocol-error';

/** What a token says of its holder: who they are in which conversation, and from which web pages it may be used. */
export interface TokenClaims {
  readonly conversationId: string;
  readonly userId: string;
  /** Origins that alone may use the token; absent: every allowed origin. */
  readonly trustedOrigins?: readonly string[];
}

/** Seconds. The real client refreshes every 15 minutes, whatever it is told. */
export const TOKEN_LIFETIME = 1800;
/** Seconds after its end in which a token still brings its holder back to the chat: people close the page and return. */
export const RESUME_WITHIN = 24 * 3600;
/** Seconds between handing out a stream address and opening it. */
export const STREAM_LIFETIME = 60;

type Use = 'chat' | 'stream';

/** Makes and checks tokens: signed with a key that only this service has, bound to one conversation, short-lived. */
export class Tokens {
  private readonly key: KeyObject;

  constructor(
    key: string,
    private readonly clock: Clock,
  ) {
    // Of a text the library would find out each time, at a fifth of the cost of a turn, that it is no public key.
    this.key = createSecretKey(key, 'utf8');
  }

  /** A token for calls. `user` is a claim by this name because Web Chat reads it. */
  issue(claims: TokenClaims): string {
    return this.sign(claims, 'chat', TOKEN_LIFETIME);
  }

  /** A token that can only open the stream; it stands in an address, so it lives for a minute. */
  issueForStream(claims: TokenClaims): string {
    return this.sign(claims, 'stream', STREAM_LIFETIME);
  }

  /** @throws ProtocolError `TokenExpired` or `Forbidden` */
  verify(token: string, use: Use = 'chat'): TokenClaims {
    return this.claimsOf(this.decode(token, 0), use);
  }

  /**
   * The same for a token that has expired within `RESUME_WITHIN`, to be exchanged for a fresh one.
   *
   * @throws ProtocolError `TokenExpired` or `Forbidden`
   */
  verifyForResume(token: string): TokenClaims {
    return this.claimsOf(this.decode(token, RESUME_WITHIN), 'chat');
  }

  private claimsOf(payload: jwt.JwtPayload, use: Use): TokenClaims {
    if (payload.use !== use || typeof payload.conv !== 'string' || typeof payload.user !== 'string') {
      throw new ProtocolError('Forbidden', 'the token is not for this use');
    }
    const origins = payload.origins as string[] | undefined;
    return { conversationId: payload.conv, userId: payload.user, ...(origins && { trustedOrigins: origins }) };
  }

  private sign({ conversationId, userId, trustedOrigins }: TokenClaims, use: Use, lifetime: number): string {
    const iat = this.seconds();
    const payload = { use, conv: conversationId, user: userId, iat, exp: iat + lifetime };
    return jwt.sign({ ...payload, ...(trustedOrigins && { origins: trustedOrigins }) }, this.key, {
      algorithm: 'HS256',
    });
  }

  private decode(token: string, grace: number): jwt.JwtPayload {
    const clockTimestamp = this.seconds() - grace;
    try {
      return jwt.verify(token, this.key, { algorithms: ['HS256'], clockTimestamp }) as jwt.JwtPayload;
    } catch (error) {
      if (error instanceof jwt.TokenExpiredError) throw new ProtocolError('TokenExpired', 'the token has expired');
      throw new ProtocolError('Forbidden', 'the token is not valid');
    }
  }

  private seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }
}
