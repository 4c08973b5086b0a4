import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';

import { BOT_STATE } from './bot/document-bot-storage';
import type { Config } from './config';
import type { Content } from './content';
import { removeMailFile } from './mail/file-delivery';
import { deleteAsked, type Asked } from './retention/delete-asked';
import { keptUntil } from './retention/kept-until';
import { Ledger } from './retention/ledger';
import { isBehind, replay, type Replayed } from './retention/replay';
import { retentionHealth, type RetentionHealth } from './retention/retention-status';
import { sweep, type SweepDependencies, type SweepOutcome } from './retention/sweep';
import { QUESTIONS_TO_REVIEW } from './review/question-to-review';
import type { Case } from './rights/case';
import type { Cases } from './rights/cases';
import type { Day } from './rights/clock/calendar-day';
import { computeDue } from './rights/clock/compute-due';
import type { Clock } from './shared/clock';
import type { DocumentStore } from './shared/document-store';
import type { Logger } from './shared/logger';
import { LineFile } from './storage/line-file';
import { belongings } from './transcript/delete-conversation';

export interface RetentionOutside {
  readonly config: Pick<Config, 'dataDir' | 'mongodbUri'>;
  readonly content: Pick<Content, 'retention' | 'clock'>;
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly lookupKey: string;
  /** Vouches for the lines of the ledger. */
  readonly ledgerKey: string;
}

/** What keeps and deletes. */
export interface Retention {
  /** When a chat with this last message has to be gone. */
  readonly deletionAfter: (lastMessageAt: Date) => Date;
  readonly sweep: () => Promise<SweepOutcome>;
  /** Deletes a chat because the tenant wants it; undefined when there is none. */
  readonly deleteChat: (conversationId: string) => Promise<Asked | undefined>;
  /** Deletes again what came back with an old backup; undefined when there is nothing of the kind. */
  readonly recover: () => Promise<Replayed | undefined>;
  readonly replay: () => Promise<Replayed>;
  readonly health: () => Promise<RetentionHealth>;
}

/** The copy of the ledger in a data folder. */
export const ledgerFile = (dataDir: string): LineFile => new LineFile(join(dataDir, 'ledger.jsonl'));

/** Wires the sweep and everything else that deletes. */
export function composeRetention(
  outside: RetentionOutside,
  { cases, inTurn }: Pick<SweepDependencies, 'inTurn'> & { readonly cases: Pick<Cases, 'change'> },
): Retention {
  const { config, content, store, clock, logger, lookupKey } = outside;
  const { retention: schedule } = content;
  const copy = ledgerFile(config.dataDir);
  const ledger = new Ledger({ store, clock, key: outside.ledgerKey, copy });
  const deps = {
    store,
    clock,
    logger,
    ledger,
    copy,
    schedule,
    lookupKey,
    cases,
    inTurn,
    belongings: [belongings(BOT_STATE, 'by-conversation'), belongings(QUESTIONS_TO_REVIEW, 'by-conversation')],
    answerBy: (one: Case) => answerBy(one, content.clock),
    removeMailFile: (id: string) => removeMailFile(join(config.dataDir, 'outbox'), id),
    holder: `${hostname()} ${process.pid} ${randomUUID()}`,
    // Whoever has the data folder has it alone: see writer-lock.ts.
    isAlone: config.mongodbUri === undefined,
  };
  return {
    deletionAfter: (at) => keptUntil(at, schedule.timed.bot_conversation.period),
    sweep: () => sweep(deps),
    deleteChat: async (id) => {
      const asked = await inTurn(id, () => deleteAsked(id, deps));
      if (asked?.kind === 'kept') logger.info('kept though its deletion was asked for', { kind: asked.by.kind });
      return asked;
    },
    recover: async () => ((await isBehind(deps)) ? replay(deps) : undefined),
    replay: () => replay(deps),
    health: () => retentionHealth(store, schedule, clock.now()),
  };
}

/** The last day on which an answer is in time, where the law sets one. */
function answerBy({ matter, receivedAt }: Case, { rules, holidays }: Content['clock']): Day | undefined {
  const dates = computeDue({ matter, receivedAt, proofs: [], clarifications: [] }, rules, holidays);
  if (dates.clock === 'opt_out') return dates.due;
  return dates.clock === 'reply' && dates.state === 'running' ? dates.due : undefined;
}
