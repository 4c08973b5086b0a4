import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { composeRights, type Rights } from '../../src/compose-rights';
import { loadConfig } from '../../src/config';
import { loadContent } from '../../src/content';
import { Outbox } from '../../src/outbox/outbox';
import type { Desk } from '../../src/replies/create-desk';
import type { UnderstandingContext } from '../../src/search/understanding';
import type { Clock } from '../../src/shared/clock';
import type { DocumentStore } from '../../src/shared/document-store';
import { createMemoryRateLimiter } from '../../src/shared/memory-rate-limiter';
import { SqliteDocumentStore } from '../../src/storage/sqlite/sqlite-document-store';
import { CONTENT_DIR, realWords } from '../search/real-content';
import { ManualClock } from './manual-clock';
import { RecordingLogger } from './recording-logger';

const content = loadContent(CONTENT_DIR, new Date('2026-11-25T12:00:00Z'));

export interface RightsSetting {
  readonly desk: Pick<Desk, 'understand'>;
  readonly contextNow: () => UnderstandingContext;
  readonly store?: DocumentStore;
  readonly clock?: Clock;
}

/** What people raise, wired as in the service, over a real store; what is to be mailed stays in the outbox. */
export function testRights({ desk, contextNow, ...given }: RightsSetting): Rights {
  const store = given.store ?? newStore();
  const clock = given.clock ?? new ManualClock();
  const outbox = new Outbox({
    store,
    clock,
    lookupKey: 'a key of these tests, and of nothing else',
    wake: () => undefined,
    hasWebhook: true,
  });
  return composeRights({
    config: loadConfig({ CONTENT_DIR }),
    content,
    store,
    clock,
    logger: new RecordingLogger(),
    lookupKey: 'a key of these tests, and of nothing else',
    outbox,
    makeLimiter: createMemoryRateLimiter,
    knownWords: realWords().words,
    desk,
    contextNow,
  });
}

export const newStore = (): DocumentStore =>
  SqliteDocumentStore.open(mkdtempSync(join(tmpdir(), 'privacy-desk-rights-')));
