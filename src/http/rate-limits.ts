import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Request } from 'restify';

import { ProtocolError } from '../directline/protocol-error';

/** How often an address or a conversation may call. The counts live in memory and are never logged. */
export class RateLimits {
  private readonly tokens: RateLimiterMemory;
  private readonly starts: RateLimiterMemory;
  private readonly messages: RateLimiterMemory;
  private readonly messagesByAddress: RateLimiterMemory;
  private readonly reads: RateLimiterMemory;

  constructor(
    limits: { readonly messagesPerMinute: number; readonly tokensPerMinute: number },
    private readonly trustProxy: boolean,
  ) {
    this.tokens = new RateLimiterMemory({ points: limits.tokensPerMinute, duration: 60 });
    this.starts = new RateLimiterMemory({ points: limits.tokensPerMinute, duration: 60 });
    this.messages = new RateLimiterMemory({ points: limits.messagesPerMinute, duration: 60 });
    // Clients that cannot hold a socket ask every second or three, in several tabs.
    this.reads = new RateLimiterMemory({ points: limits.messagesPerMinute * 10, duration: 60 });
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

  /** A page that is sent. @throws ProtocolError `TooManyRequests` */
  page(request: Request): Promise<void> {
    return consume(this.messagesByAddress, this.addressOf(request));
  }

  /** @throws ProtocolError `TooManyRequests` */
  read(conversationId: string): Promise<void> {
    return consume(this.reads, conversationId);
  }

  /**
   * The address that calls count for: of several forwarded ones the last is the one that our proxy saw; the others are what
   * the caller claims.
   */
  addressOf(request: Request): string {
    const forwarded = this.trustProxy ? String(request.headers['x-forwarded-for'] ?? '') : '';
    return networkOf(forwarded.split(',').at(-1)?.trim() || (request.socket.remoteAddress ?? 'unknown'));
  }
}

/** One connection has billions of IPv6 addresses: those of one network (the first 64 bits) count together. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [head = '', tail] = address.split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    const seconds = Math.ceil((refusal as RateLimiterRes).msBeforeNext / 1000);
    throw new ProtocolError('TooManyRequests', 'too many calls in a short time', Math.max(1, seconds));
  }
}
