import type { Clock } from '../shared/clock';
import type { DocumentStore } from '../shared/document-store';
import type { Logger } from '../shared/logger';
import { outsideOfTurns } from '../shared/turn-lease';
import { afterAttempt } from './after-attempt';
import type { Deliveries, Outcome } from './deliver';
import { leaseNext, type Leased } from './lease-next';
import { OUTBOX, type Message } from './outbox-message';

export interface SenderDependencies {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly deliveries: Deliveries;
  /** From 0 up to 1; spreads the next attempts. */
  readonly random: () => number;
  /** Milliseconds that one attempt may take. */
  readonly limits?: Readonly<Record<Message['kind'], number>>;
}

/**
 * A mail server may read a message before it says that it took it, and a message that is cut off there arrives twice
 * (RFC 5321, section 4.5.3.2.6): so mail gets longer. For webhooks the Standard Webhooks name 15 to 30 seconds.
 */
const LIMITS = { mail: 120_000, webhook: 30_000 };

/** Attempts at the same time. */
const ABREAST = 4;

/** Milliseconds between two looks at what is due. */
const LOOK_EVERY = 5000;

/** Milliseconds that attempts under way get when the sender stops. */
const PATIENCE = 5000;

/**
 * Sends what is due in the outbox, at least once each: whoever dies between sending and writing it down sends again,
 * under the same id. What is due stands in the documents, so that any number of senders may share them and none has to
 * remember anything; the timer only has them looked at.
 */
export class OutboxSender {
  private readonly workers = new Set<Promise<void>>();
  private readonly attempts = new Set<AbortController>();
  private timer: NodeJS.Timeout | undefined;
  private isStopping = false;

  constructor(private readonly deps: SenderDependencies) {}

  start(): void {
    this.wake();
    this.timer = setInterval(() => this.wake(), LOOK_EVERY).unref();
  }

  /** Takes nothing new, and waits a little for attempts under way before it ends them. */
  async stop(): Promise<void> {
    this.isStopping = true;
    clearInterval(this.timer);
    const impatience = setTimeout(() => this.attempts.forEach((attempt) => attempt.abort()), PATIENCE);
    await this.idle();
    clearTimeout(impatience);
  }

  /** Looks at what is due, unless as many as may are at work: those look again when they have done. */
  wake(): void {
    if (this.isStopping || this.workers.size >= ABREAST) return;
    const worker = outsideOfTurns(() => this.work()).finally(() => this.workers.delete(worker));
    this.workers.add(worker);
  }

  /** Sends what is due, and resolves when nothing is any more. Never rejects: failures are logged, and tried again. */
  run(): Promise<void> {
    this.wake();
    return this.idle();
  }

  private async idle(): Promise<void> {
    while (this.workers.size > 0) await Promise.all(this.workers);
  }

  private async work(): Promise<void> {
    const { store, clock, logger } = this.deps;
    try {
      while (!this.isStopping) {
        const leased = await leaseNext(store, clock.now());
        if (!leased) return;
        // There may be more.
        this.wake();
        await this.send(leased);
      }
    } catch (error) {
      // What was leased comes back when its lease runs out.
      logger.error('the outbox broke off', error);
    }
  }

  private async send(leased: Leased): Promise<void> {
    const { store, clock, logger, random } = this.deps;
    const { id, version, body } = leased;
    const outcome = await this.attempt(leased);
    const after = afterAttempt(body, outcome, clock.now(), random());
    await store.replace(OUTBOX, id, version, after);
    const fields = { id, kind: body.message.kind };
    if (outcome.kind === 'delivered') logger.info('message sent', fields);
    else
      logger.warn(after.state === 'stuck' ? 'message stuck' : 'message not sent yet', {
        ...fields,
        code: outcome.code,
      });
  }

  private async attempt({ id, body: { addedAt, message } }: Leased): Promise<Outcome> {
    const { deliveries, limits = LIMITS } = this.deps;
    const attempt = new AbortController();
    const timer = setTimeout(() => attempt.abort(), limits[message.kind]).unref();
    this.attempts.add(attempt);
    try {
      const about = { id, addedAt: new Date(addedAt) };
      const outcome =
        message.kind === 'mail'
          ? await deliveries.mail({ ...about, message }, attempt.signal)
          : await deliveries.webhook({ ...about, message }, attempt.signal);
      return outcome;
    } catch (error) {
      return { kind: 'failed', code: attempt.signal.aborted ? 'time_limit' : codeOf(error) };
    } finally {
      clearTimeout(timer);
      this.attempts.delete(attempt);
    }
  }
}

/** Of an error only its code: its text may quote an address. */
function codeOf(error: unknown): string {
  const { code, cause } = error as { readonly code?: unknown; readonly cause?: { readonly code?: unknown } };
  // Whoever calls a server by `fetch` is told in the cause what went wrong.
  const told = typeof code === 'string' ? code : cause?.code;
  return typeof told === 'string' ? told : 'unknown';
}
