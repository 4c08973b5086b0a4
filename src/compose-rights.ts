import type { RightsConversation } from '../dialogs/rights-conversation';
import type { Config } from './config';
import type { Content } from './content';
import { FillIn } from './forms/fill-in';
import type { FormReaders } from './forms/form-readers';
import type { Outbox } from './outbox/outbox';
import { acknowledgementMail, teamMail } from './replies/case-mails';
import { makeReceipt } from './replies/make-receipt';
import { receiptReply } from './replies/receipt-reply';
import type { ReceiptSources } from './replies/receipt-words';
import { companyOf, type Case, type ToDo } from './rights/case';
import { doCaseWork, type DoIt } from './rights/case-work';
import { Cases } from './rights/cases';
import { computeDue } from './rights/clock/compute-due';
import { controllerOf } from './rights/controllers';
import { linkRepeat } from './rights/link-repeat';
import { newReference } from './rights/reference';
import type { Clock } from './shared/clock';
import type { DocumentStore } from './shared/document-store';
import { keyedHash } from './shared/keyed-hash';
import type { Logger } from './shared/logger';
import { normaliseEmail } from './shared/normalise-email';
import { Wakeable } from './shared/wakeable';

export interface RightsOutside {
  readonly config: Config;
  readonly content: Content;
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Finds what belongs together without telling whose it is. */
  readonly lookupKey: string;
  readonly outbox: Outbox;
}

/** Milliseconds between two looks at what is to be done about cases. */
const LOOK_EVERY = 10_000;

/** Wires what people raise: cases, forms, receipts, and what follows from them. */
export function composeRights(outside: RightsOutside) {
  const { content, store, clock, logger } = outside;
  const cases = new Cases({ store, clock, newReference });
  const sources = receiptSources(content);
  const ways = waysToDo(outside, cases, sources);
  const work = new Wakeable(
    () => doCaseWork(cases, ways, clock.now()),
    (error) => logger.error('the work on cases broke off', error),
    LOOK_EVERY,
  );
  return { cases, sources, work };
}
