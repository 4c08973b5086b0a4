import { createHmac } from 'node:crypto';

import type { Deliver, Outcome } from '../outbox/deliver';
import type { Webhook } from '../outbox/outbox-message';
import type { Clock } from '../shared/clock';

/** Who is told, and how they know that it is us. */
export interface WebhookReceiver {
  readonly url: string;
  /** Of the Standard Webhooks: `whsec_` and the base64 of 24 to 64 bytes. */
  readonly secret: string;
}

const SECRET = /^whsec_([A-Za-z0-9+/]+={0,2})$/;

const keyOf = (secret: string): Buffer => Buffer.from(SECRET.exec(secret)?.[1] ?? '', 'base64');

/** Whether a secret is one of the Standard Webhooks. */
export function isWebhookSecret(text: string): boolean {
  const bytes = keyOf(text).length;
  return bytes >= 24 && bytes <= 64;
}

/**
 * Posts webhooks, signed as the Standard Webhooks 1.0.0 say (https://www.standardwebhooks.com). Only the status of the
 * response counts. Redirects are not followed: they would take the message to an address that nobody chose.
 */
export function createWebhookDelivery({ url, secret }: WebhookReceiver, clock: Clock): Deliver<Webhook> {
  const key = keyOf(secret);
  return async ({ id, message }, signal) => {
    const body = JSON.stringify(message.payload);
    // Of the attempt, since receivers refuse what is old.
    const timestamp = String(Math.floor(clock.now().getTime() / 1000));
    const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'privacy-desk',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': `v1,${signature}`,
      },
      body,
      redirect: 'manual',
      signal,
    });
    await response.body?.cancel();
    return outcomeOf(response.status);
  };
}

/** Client errors that are about the moment, not about the message: time-out and too many requests. */
const PASSING = [408, 429];

function outcomeOf(status: number): Outcome {
  const code = `http_${status}`;
  if (status >= 200 && status < 300) return { kind: 'delivered' };
  return { kind: status >= 400 && status < 500 && !PASSING.includes(status) ? 'refused' : 'failed', code };
}
