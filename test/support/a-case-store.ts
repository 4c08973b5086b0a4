import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { isOpen, OUTBOX, type Mail, type Message } from '../../src/outbox/outbox-message';
import { sent, told } from '../../src/rights/case-changes';
import type { Case } from '../../src/rights/case';
import { type Cases, type Raised } from '../../src/rights/cases';
import type { DocumentStore } from '../../src/shared/document-store';
import { SqliteDocumentStore } from '../../src/storage/sqlite/sqlite-document-store';
import { realNotice } from '../search/real-content';
import { ManualClock } from './manual-clock';
import { scriptedDesk } from './scripted-desk';
import { testRights } from './test-rights';

/** Cases over a real store, and the work that follows from them, wired as in the service. */
export interface CaseStore {
  readonly clock: ManualClock;
  readonly store: DocumentStore;
  readonly cases: Cases;
  /** Records one case, of a message of its own unless a key is given. */
  readonly record: (raised?: Partial<Raised>) => Promise<Case>;
  /** Records a case, tells facts of it and sends its form, as a person does. */
  readonly send: (raised: Partial<Raised>, facts: Readonly<Record<string, string>>) => Promise<Case>;
  /** Does what is due. */
  readonly work: () => Promise<void>;
  readonly outgoing: () => Promise<readonly Message[]>;
  /** Mails to anybody but the person of these tests. */
  readonly toTeam: () => Promise<readonly Mail[]>;
  readonly toPerson: () => Promise<readonly Mail[]>;
  readonly close: () => void;
}

export const PERSON = 'jo@example.org';

/** @param around stands between the work and the store, to fail where a test wants it to */
export function openCases(around: (store: DocumentStore) => DocumentStore = (store) => store): CaseStore {
  const folder = mkdtempSync(join(tmpdir(), 'privacy-desk-cases-'));
  const store = SqliteDocumentStore.open(folder);
  const clock = new ManualClock('2026-11-23T10:00:00Z');
  const desk = scriptedDesk({});
  const rights = testRights({ desk, contextNow: () => ({ notice: realNotice() }), clock, store: around(store) });
  const { cases } = rights.conversation;
  let messages = 0;

  const record = async (raised: Partial<Raised> = {}): Promise<Case> => {
    messages++;
    const key = `message-${messages}`;
    const message = { text: 'I want my file', channel: 'chat', key, at: clock.now(), told: {}, ...raised } as const;
    const [first] = await cases.record({ matters: ['access'], ...message });
    if (!first) throw new Error('nothing was recorded');
    return first;
  };
  const outgoing = async (): Promise<readonly Message[]> => {
    const found = await store.find(OUTBOX, { index: 'by-state', limit: 1000 });
    return found.flatMap(({ body }) => (isOpen(body) ? [body.message] : []));
  };
  const mails = async (): Promise<readonly Mail[]> => (await outgoing()).filter((one) => one.kind === 'mail');
  return {
    clock,
    store,
    cases,
    record,
    send: async (raised, facts) => {
      const { reference, matter } = await record(raised);
      await cases.change(reference, told(facts));
      const follows = [
        ...(facts.email !== undefined && facts.safe === 'yes' ? (['acknowledge'] as const) : []),
        ...(matter.startsWith('opt_out_') ? (['suppress'] as const) : []),
      ];
      return cases.change(reference, sent(follows, facts.email && `key of ${facts.email}`));
    },
    work: () => rights.work.run(),
    outgoing,
    toTeam: async () => (await mails()).filter(({ to }) => to !== PERSON),
    toPerson: async () => (await mails()).filter(({ to }) => to === PERSON),
    close: () => {
      store.close();
      rmSync(folder, { recursive: true });
    },
  };
}
