import { OUTBOX } from '../outbox/outbox-message';
import { CASES, companyOf, type CaseDocument } from '../rights/case';
import type { Day } from '../rights/clock/calendar-day';
import { ONE_TIME_CODES, codesId } from '../rights/codes-of-reference';
import type { DocumentStore } from '../shared/document-store';
import { keyedHash } from '../shared/keyed-hash';
import { londonDay } from '../shared/london-day';
import { walkIndex } from '../shared/walk-index';
import type { DueCase } from './due-item';
import type { Ledger } from './ledger';
import { PAST_CASES, type PastCase } from './past-case';
import type { TimedEntry } from './schedule';

export interface CaseRemoval {
  readonly store: DocumentStore;
  readonly ledger: Pick<Ledger, 'record' | 'subjectOf'>;
  readonly lookupKey: string;
  /** The last day on which an answer is in time, where the law sets one. */
  readonly answerBy: (one: CaseDocument) => Day | undefined;
  /** Removes what a message has left outside of the database. */
  readonly removeMailFile: (id: string) => Promise<void>;
}

/**
 * Removes a case with its mails and codes; made anonymous, it is counted before. Interrupted at any point, the next call
 * finishes the work: the case itself goes last.
 */
export async function removeCase({ id, body, recordClass }: DueCase, then: TimedEntry['then'], deps: CaseRemoval) {
  const { store, ledger, lookupKey } = deps;
  if (then === 'anonymise') {
    await store.insert(PAST_CASES, keyedHash(lookupKey, 'past case', id), pastCaseOf(body, deps.answerBy(body)));
  }
  const { reference } = body;
  let mails = 0;
  const walk = { index: 'by-case', equals: { about: reference }, field: 'addedAt' } as const;
  for await (const page of walkIndex(store, OUTBOX, walk)) {
    for (const mail of page) {
      await removeMail(mail.id, deps);
      mails += 1;
    }
  }
  await store.delete(ONE_TIME_CODES, codesId(lookupKey, reference));
  const subject = ledger.subjectOf('case', id);
  await ledger.record({ recordClass, reason: 'due', counts: { cases: 1, mails }, subject });
  await store.delete(CASES, id);
}

/** Removes a message of the outbox, and its file where mails are written to files. */
export async function removeMail(id: string, { store, removeMailFile }: Pick<CaseRemoval, 'store' | 'removeMailFile'>) {
  await removeMailFile(id);
  await store.delete(OUTBOX, id);
}

function pastCaseOf(one: CaseDocument, answerBy: Day | undefined): PastCase {
  const { matter, channel, receivedAt, closure, retentionFrom = receivedAt } = one;
  const endedOn = londonDay(new Date(retentionFrom));
  return {
    matter,
    company: companyOf(one),
    channel,
    receivedOn: londonDay(new Date(receivedAt)),
    endedOn,
    outcome: closure?.outcome ?? (one.state.name === 'withdrawn' ? 'withdrawn' : 'abandoned'),
    ...(closure && answerBy !== undefined && { inTime: endedOn <= answerBy }),
  };
}
