import type { Clock } from '../shared/clock';
import type { DocumentStore } from '../shared/document-store';
import { keyedHash } from '../shared/keyed-hash';
import { OUTBOX, type Message } from './outbox-message';

/** A message to be sent. */
export type Addition = Message & {
  /**
   * What the caller calls it, such as "acknowledgement of K7-4M2". The same key is the same message, whatever it says:
   * a turn that is run again sends nothing twice. It is kept as a hash only.
   */
  readonly key: string;
  /** When it is of no use any more, such as a code that has run out. It is dropped then. Default: never. */
  readonly until?: Date;
  /** The reference of the case that it is about: it goes with the case. */
  readonly about?: string;
};

export interface OutboxDependencies {
  readonly store: DocumentStore;
  readonly clock: Clock;
  /** A secret of this installation: without it nobody can try which reference a message was about. */
  readonly lookupKey: string;
  /** Told of every message that was added. */
  readonly wake: () => void;
  readonly hasWebhook: boolean;
}

/** Where everything is put that has to leave the house. Once it is in, it is sent, whatever happens to this process. */
export class Outbox {
  constructor(private readonly deps: OutboxDependencies) {}

  /** Whether there is anybody to tell: without it, add no webhooks. */
  get hasWebhook(): boolean {
    return this.deps.hasWebhook;
  }

  /** Adds a message, unless there is one of that key. On the disk when it resolves; sent soon after that. */
  async add({ key, until, about, ...message }: Addition): Promise<'added' | 'known'> {
    const { store, clock, wake, lookupKey } = this.deps;
    const addedAt = clock.now().toISOString();
    const outcome = await store.insert(OUTBOX, idOf(key, lookupKey), {
      state: 'queued',
      addedAt,
      dueAt: addedAt,
      attempts: 0,
      ...(until && { until: until.toISOString() }),
      ...(about !== undefined && { about }),
      message,
    });
    if (outcome === 'exists') return 'known';
    wake();
    return 'added';
  }
}

/** Stands in mail headers and logs, where the key itself could tell something. 128 bits in 32 digits. */
const idOf = (key: string, lookupKey: string): string =>
  Buffer.from(keyedHash(lookupKey, 'outbox', key), 'base64url')
    .toString('hex')
    .slice(0, 32);
