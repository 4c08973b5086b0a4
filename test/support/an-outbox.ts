import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Deliveries } from '../../src/outbox/deliver';
import { Outbox } from '../../src/outbox/outbox';
import type { Mail, OutboxMessage } from '../../src/outbox/outbox-message';
import { OutboxSender, type SenderDependencies } from '../../src/outbox/outbox-sender';
import { SqliteDocumentStore } from '../../src/storage/sqlite/sqlite-document-store';
import { readTables } from './database-file';
import { ManualClock } from './manual-clock';
import { RecordingLogger } from './recording-logger';
import type { ClosableStore } from './sealed-sqlite';

export const MAIL: Mail = { kind: 'mail', to: 'jo@example.org', subject: 'Your reference', text: 'It is K7-4M2.' };

/** An outbox in a real store, with a clock that stands still. */
export interface TestOutbox {
  readonly dataDir: string;
  readonly store: ClosableStore;
  readonly clock: ManualClock;
  readonly logger: RecordingLogger;
  readonly outbox: Outbox;
  /** A sender that is not started: a test has it `run`. What has no delivery fails. */
  sender(deliveries: Partial<Deliveries>, options?: Partial<SenderDependencies>): OutboxSender;
  /** What is in the store, in the order of their keys in it. */
  messages(): OutboxMessage[];
  close(): void;
}

/** @param open the store in a folder */
export function openOutbox(
  open: (dataDir: string) => ClosableStore = (folder) => SqliteDocumentStore.open(folder),
): TestOutbox {
  const dataDir = mkdtempSync(join(tmpdir(), 'privacy-desk-outbox-'));
  const store = open(dataDir);
  const clock = new ManualClock();
  const logger = new RecordingLogger();
  const none = (): Promise<never> => Promise.reject(new Error('no such delivery'));
  return {
    dataDir,
    store,
    clock,
    logger,
    outbox: new Outbox({
      store,
      clock,
      lookupKey: 'a key of these tests, and of nothing else',
      wake: () => undefined,
      hasWebhook: true,
    }),
    sender: (deliveries, options) =>
      new OutboxSender({
        store,
        clock,
        logger,
        random: () => 0.5,
        ...options,
        deliveries: { mail: none, webhook: none, ...deliveries },
      }),
    messages: () => (readTables(dataDir).outbox ?? []).map(({ body }) => body as unknown as OutboxMessage),
    close: () => {
      store.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}
