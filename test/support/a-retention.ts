import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { composeRetention, ledgerFile, type Retention } from '../../src/compose-retention';
import { loadContent, type Content } from '../../src/content';
import { Holds } from '../../src/retention/holds';
import { Ledger } from '../../src/retention/ledger';
import { total, type Tally } from '../../src/retention/sweep-run';
import { Cases } from '../../src/rights/cases';
import type { Clock } from '../../src/shared/clock';
import type { DocumentStore } from '../../src/shared/document-store';
import type { Logger } from '../../src/shared/logger';
import { CONTENT_DIR } from '../search/real-content';
import { RecordingLogger } from './recording-logger';

export const LOOKUP_KEY = 'a key of these tests, and of nothing else';
export const LEDGER_KEY = 'a key of the ledgers of these tests, and of nothing else';

let content: Content | undefined;

/** The content that is shipped, read once. */
export const realContent = (): Content => (content ??= loadContent(CONTENT_DIR, new Date('2026-11-25T12:00:00Z')));

export interface TestRetention extends Retention {
  readonly holds: Holds;
  readonly ledger: Ledger;
  readonly cases: Cases;
  readonly dataDir: string;
  /** Sweeps, and tells what became of everything that was due. */
  readonly tally: () => Promise<Tally>;
  readonly remove: () => void;
}

export interface RetentionSetting {
  readonly store: DocumentStore;
  readonly clock: Clock;
  /** An own one, to go on with the ledger in it. */
  readonly dataDir?: string;
  readonly logger?: Logger;
  readonly content?: Pick<Content, 'retention' | 'clock'>;
  /** Several processes, of which each has to wait for the lease. */
  readonly isShared?: boolean;
}

/** What keeps and deletes, wired as in the service, over a store of the test's own. */
export function testRetention({
  store,
  clock,
  logger = new RecordingLogger(),
  ...given
}: RetentionSetting): TestRetention {
  const dataDir = given.dataDir ?? mkdtempSync(join(tmpdir(), 'privacy-desk-retention-'));
  const used = given.content ?? realContent();
  let references = 0;
  const cases = new Cases({ store, clock, newReference: () => `case ${(references += 1)}` });
  const ledger = new Ledger({ store, clock, key: LEDGER_KEY, copy: ledgerFile(dataDir) });
  const config = { dataDir, mongodbUri: given.isShared ? 'mongodb://somewhere/else' : undefined };
  const outside = { config, content: used, store, clock, logger, lookupKey: LOOKUP_KEY, ledgerKey: LEDGER_KEY };
  const retention = composeRetention(outside, { cases, inTurn: (_id, work) => work() });
  return {
    ...retention,
    ledger,
    cases,
    dataDir,
    holds: new Holds({ store, clock, ledger, reviewWithin: used.retention.hold.reviewWithin }),
    tally: async () => {
      const outcome = await retention.sweep();
      if (outcome.kind === 'busy') throw new Error('another process sweeps');
      return outcome.tally;
    },
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** How many were removed, and how many could not be. */
export const removedAndFailed = (tally: Tally): readonly [number, number] => [
  total(tally).removed,
  total(tally).failed,
];
