import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Request } from 'restify';

import { ProtocolError } from '../directline/protocol-error';

/** How often an address or a conversation may call. The counts live in memory and are never logged. */
export class RateLimits {
  private readonly tokens: RateLimiterMemory;
  private readonly starts: RateLimiterMemory;
  private readonly messages: RateLimiterMemory;
  private readonly messagesByAddress: RateLimiterMemory;

  constructor(
    limits: { readonly messagesPerMinute: number; readonly tokensPerMinute: number },
    private readonly trustProxy: boolean,
  ) {
    this.tokens = new RateLimiterMemory({ points: limits.tokensPerMinute, duration: 60 });
    this.starts = new RateLimiterMemory({ points: limits.tokensPerMinute, duration: 60 });
    this.messages = new RateLimiterMemory({ points: limits.messagesPerMinute, duration: 60 });
    // A library or a hostel is one address with many people behind it.
    this.messagesByAddress = new RateLimiterMemory({ points: limits.messagesPerMinute * 20, duration: 60 });
  }

  /** @throws ProtocolError `TooManyRequests` */
  token(request: Request): Promise<void> {
    return consume(this.tokens, this.addressOf(request));
  }

  /** @throws ProtocolError `TooManyRequests` */
  start(request: Request): Promise<void> {
    return consume(this.starts, this.addressOf(request));
  }

  /** @throws ProtocolError `TooManyRequests` */
  async message(request: Request, conversationId: string): Promise<void> {
    await consume(this.messages, conversationId);
    await consume(this.messagesByAddress, this.addressOf(request));
  }

  /** Of several forwarded addresses the last is the one that our proxy saw; the others are what the caller claims. */
  private addressOf(request: Request): string {
    const forwarded = this.trustProxy ? String(request.headers['x-forwarded-for'] ?? '') : '';
    return forwarded.split(',').at(-1)?.trim() || (request.socket.remoteAddress ?? 'unknown');
  }
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    const seconds = Math.ceil((refusal as RateLimiterRes).msBeforeNext / 1000);
    throw new ProtocolError('TooManyRequests', 'too many calls in a short time', Math.max(1, seconds));
  }
}
