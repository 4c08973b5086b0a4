import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { OneTimeCodes, type OneTimeCodesDependencies } from '../../src/rights/one-time-codes';
import type { Collection } from '../../src/shared/document-store';
import { createMemoryRateLimiter } from '../../src/shared/memory-rate-limiter';
import { SqliteDocumentStore } from '../../src/storage/sqlite/sqlite-document-store';
import { ManualClock } from '../support/manual-clock';
import { RecordingStore } from '../support/recording-store';

/** What an outbox keeps of a mail: a decoy has the same fields, and the sender drops it. */
interface Mail {
  readonly state: 'waiting' | 'undeliverable';
  readonly text: string;
}

const OUTBOX: Collection<Mail> = { name: 'outbox', indexes: [] };

export interface SentCode {
  readonly to: string | undefined;
  readonly code: string;
  readonly key: string;
}

/** Codes over a real store and an outbox in it. The clock stands at 10:00 on 25 November 2026. */
export class CodeOffice {
  readonly clock = new ManualClock('2026-11-25T10:00:00Z');
  /** The newest last. */
  readonly sent: SentCode[] = [];
  readonly store: RecordingStore;
  readonly folder = join(mkdtempSync(join(tmpdir(), 'privacy-desk-')), 'data');
  readonly codes: OneTimeCodes;
  private readonly sqlite: SqliteDocumentStore;

  constructor(limits: Partial<OneTimeCodesDependencies['limits']> = {}) {
    this.sqlite = SqliteDocumentStore.open(this.folder);
    this.store = new RecordingStore(this.sqlite);
    this.codes = new OneTimeCodes({
      store: this.store,
      clock: this.clock,
      key: 'a key of this installation',
      limits: { codesPerHour: 5, wrongAnswersPerDay: 10, callsPerHourOfAddress: 100_000, ...limits },
      makeLimiter: createMemoryRateLimiter,
      sendCode: async (to, code, key) => {
        this.sent.push({ to, code, key });
        const state = to === undefined ? 'undeliverable' : 'waiting';
        await this.store.insert(OUTBOX, key, { state, text: `Code ${code}` });
      },
    });
  }

  get lastCode(): string {
    return this.sent.at(-1)?.code ?? '';
  }

  /** Six digits that are not the last code. @param step how far from it, up to 999,999 */
  guess(step = 1): string {
    return String((Number(this.lastCode) + step) % 1_000_000).padStart(6, '0');
  }

  close(): void {
    this.sqlite.close();
    rmSync(join(this.folder, '..'), { recursive: true });
  }
}
