import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Case } from '../../src/rights/case';
import { readTables } from './database-file';
import { startDesk, type DeskOptions, type TestDesk } from './desk-server';
import { ManualClock } from './manual-clock';
import { PageVisitor } from './page-visitor';

/** The whole service, for people who make requests on its pages. The clock stands at 10:00 on 25 November 2026. */
export interface PagesDesk {
  readonly clock: ManualClock;
  readonly desk: TestDesk;
  readonly dataDir: string;
  /** Somebody with a browser without script. */
  visitor(headers?: Readonly<Record<string, string>>): PageVisitor;
  /** Those in the store that were made since the last `forget`, the oldest first. */
  cases(): readonly Case[];
  /** Leaves out the cases that there are by now. */
  forget(): void;
  stop(): Promise<void>;
}

export async function startPagesDesk(options: DeskOptions = {}): Promise<PagesDesk> {
  const dataDir = join(mkdtempSync(join(tmpdir(), 'privacy-desk-')), 'data');
  const clock = new ManualClock('2026-11-25T10:00:00Z');
  const desk = await startDesk({ clock, dataDir, ...options });
  const stored = () => (readTables(dataDir).cases ?? []).map(({ body }) => body as unknown as Case);
  let forgotten = new Set<string>();
  return {
    clock,
    desk,
    dataDir,
    visitor: (headers) => new PageVisitor(desk.url, headers),
    cases: () => stored().filter(({ reference }) => !forgotten.has(reference)),
    forget: () => {
      forgotten = new Set(stored().map(({ reference }) => reference));
    },
    stop: async () => {
      await desk.stop();
      rmSync(join(dataDir, '..'), { recursive: true, force: true });
    },
  };
}

/** What somebody told in a case, by field. */
export const factsOf = ({ facts }: Case): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(facts).map(([field, { value }]) => [field, value]));
