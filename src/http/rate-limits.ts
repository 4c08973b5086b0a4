import type { Request } from 'restify';

import { ProtocolError } from '../directline/protocol-error';
import type { MakeRateLimiter, RateLimiter } from '../shared/rate-limiter';

/** How often an address or a conversation may call. The counts are never stored and never logged. */
export class RateLimits {
  private readonly tokens: RateLimiter;
  private readonly starts: RateLimiter;
  private readonly messages: RateLimiter;
  private readonly messagesByAddress: RateLimiter;
  private readonly reads: RateLimiter;

  constructor(
    limits: { readonly messagesPerMinute: number; readonly tokensPerMinute: number },
    private readonly trustProxy: boolean,
    makeLimiter: MakeRateLimiter,
  ) {
    const perMinute = (name: string, points: number) => makeLimiter({ name, points, seconds: 60 });
    this.tokens = perMinute('tokens', limits.tokensPerMinute);
    this.starts = perMinute('starts', limits.tokensPerMinute);
    this.messages = perMinute('messages', limits.messagesPerMinute);
    // Clients that cannot hold a socket ask every second or three, in several tabs.
    this.reads = perMinute('reads', limits.messagesPerMinute * 10);
    // A library or a hostel is one address with many people behind it.
    this.messagesByAddress = perMinute('messages-by-address', limits.messagesPerMinute * 20);
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

async function consume(limiter: RateLimiter, key: string): Promise<void> {
  const outcome = await limiter.take(key);
  if (outcome === 'taken') return;
  const seconds = Math.max(1, Math.ceil(outcome.waitMs / 1000));
  throw new ProtocolError('TooManyRequests', 'too many calls in a short time', seconds);
}
