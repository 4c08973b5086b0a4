import jwt from 'jsonwebtoken';
import { createSecretKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

import type { Clock } from '../shared/clock';
import { keyedHash } from '../shared/keyed-hash';

/** What a page remembers until it is sent. It stands in a hidden field, and can be read there, but not changed. */
export type PageClaims =
  /** The first page of a request. Sent twice, it raises the same. */
  | { readonly use: 'begin'; readonly nonce: string }
  /** The questions about the cases of a family. */
  | {
      readonly use: 'answers';
      readonly family: string;
      /** A mark of what stood in each field, by its name. */
      readonly shown: Readonly<Record<string, string>>;
      /** A way to reply was asked for once more. */
      readonly isContactAsked?: boolean | undefined;
    }
  /** The page that asks for a reference. */
  | { readonly use: 'status' }
  /** The page that asks for the code of a reference. */
  | { readonly use: 'code'; readonly reference: string }
  /** The page of a case that was opened by its code. What is added with it twice is added once. */
  | { readonly use: 'case'; readonly reference: string; readonly nonce: string };

export type ReadToken =
  | { readonly kind: 'valid'; readonly claims: PageClaims }
  /** Open for longer than a day. */
  | { readonly kind: 'expired'; readonly claims: PageClaims }
  | { readonly kind: 'invalid' };

/** Seconds. Nobody has to hurry: WCAG 2.2.1 asks for no warning before a time-out of more than 20 hours. */
const LIFETIME = 24 * 3600;

const schema: z.ZodType<PageClaims> = z.discriminatedUnion('use', [
  z.object({ use: z.literal('begin'), nonce: z.string() }),
  z.object({
    use: z.literal('answers'),
    family: z.string(),
    shown: z.record(z.string(), z.string()),
    isContactAsked: z.boolean().optional(),
  }),
  z.object({ use: z.literal('status') }),
  z.object({ use: z.literal('code'), reference: z.string() }),
  z.object({ use: z.literal('case'), reference: z.string(), nonce: z.string() }),
]);

/** Makes and reads the tokens by which pages without cookies know where they are, and that they are ours. */
export class PageTokens {
  private readonly key: KeyObject;
  private readonly markKey: string;

  /** @param secret of this installation; no token made here is one elsewhere */
  constructor(
    secret: string,
    private readonly clock: Clock,
  ) {
    this.key = createSecretKey(keyedHash(secret, 'page tokens'), 'utf8');
    this.markKey = keyedHash(secret, 'marks of fields');
  }

  issue(claims: PageClaims): string {
    const iat = this.seconds();
    return jwt.sign({ ...claims, iat, exp: iat + LIFETIME }, this.key, { algorithm: 'HS256' });
  }

  read(token: string): ReadToken {
    try {
      const payload = jwt.verify(token, this.key, { algorithms: ['HS256'], ignoreExpiration: true }) as jwt.JwtPayload;
      const claims = schema.parse(payload);
      return { kind: (payload.exp ?? 0) > this.seconds() ? 'valid' : 'expired', claims };
    } catch {
      return { kind: 'invalid' };
    }
  }

  /** Tells whether a field still has the value that it had, and nothing of what that was. */
  mark(family: string, field: string, value: string): string {
    return keyedHash(this.markKey, family, field, value).slice(0, 10);
  }

  private seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }
}
