import { join } from 'node:path';

import type { Config } from './config';
import { createFileDelivery } from './mail/file-delivery';
import { createSmtpDelivery } from './mail/smtp-delivery';
import type { Deliver } from './outbox/deliver';
import { Outbox } from './outbox/outbox';
import type { Mail, Webhook } from './outbox/outbox-message';
import { OutboxSender } from './outbox/outbox-sender';
import type { Clock } from './shared/clock';
import type { DocumentStore } from './shared/document-store';
import type { Logger } from './shared/logger';
import { createWebhookDelivery } from './webhook/webhook-delivery';

export interface OutboxOutside {
  readonly config: Config;
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly lookupKey: string;
}

/** Wires what leaves the house: where it is put, and who sends it by which way. */
export function composeOutbox(outside: OutboxOutside): { readonly outbox: Outbox; readonly sender: OutboxSender } {
  const deliveries = { mail: mailDelivery(outside), webhook: webhookDelivery(outside) };
  const sender = new OutboxSender({ ...outside, deliveries, random: Math.random });
  const hasWebhook = outside.config.optOutWebhook !== undefined;
  return { outbox: new Outbox({ ...outside, hasWebhook, wake: () => sender.wake() }), sender };
}

function mailDelivery({ config: { smtp, mailFrom, dataDir } }: OutboxOutside): Deliver<Mail> {
  return smtp ? createSmtpDelivery(smtp, mailFrom) : createFileDelivery(join(dataDir, 'outbox'), mailFrom);
}

/** Without a receiver, what was added while there was one waits, and shows. */
function webhookDelivery({ config, clock }: OutboxOutside): Deliver<Webhook> {
  if (config.optOutWebhook) return createWebhookDelivery(config.optOutWebhook, clock);
  return () => Promise.resolve({ kind: 'failed', code: 'no_receiver' });
}
