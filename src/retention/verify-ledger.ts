import { CONVERSATIONS } from '../transcript/conversation';
import { STAFF_PARTS } from '../transcript/staff-part';
import { walkIndex } from '../shared/walk-index';
import type { LedgerCopy } from './ledger-copy';
import { linesOf, subjectBy } from './ledger';
import { macOf, readLine, type LedgerLine } from './ledger-line';
import type { Reader } from './reader';
import { conversationSubject, staffPartSubject } from './remove-item';
import { allCases } from './replay';

export interface Verification {
  readonly lines: number;
  /** `mac` of the last line: written down elsewhere, it shows later whether lines were taken away from the end. */
  readonly head: string;
  /** In sentences; none when all is well. */
  readonly problems: readonly string[];
}

/** More would not help anybody. */
const MOST_PROBLEMS = 20;

/**
 * Whether the ledger is as it was written: every line genuine and in its place, in the database and in the copy. And
 * whether what it says was deleted is not there.
 */
export async function verifyLedger(store: Reader, copy: LedgerCopy, key: string): Promise<Verification> {
  const problems: string[] = [];
  const lines: LedgerLine[] = [];
  for await (const page of linesOf(store)) lines.push(...page.map(({ body }) => body));
  problems.push(...chainProblems(lines, key));
  problems.push(...(await leftovers(lines, store, key)));
  // The copy is read last, and then whatever the database got meanwhile: the service may be writing.
  const copied = copy.read();
  for await (const page of linesOf(store, lines.length)) lines.push(...page.map(({ body }) => body));
  problems.push(...copyProblems(lines, copied));
  return { lines: lines.length, head: lines.at(-1)?.mac ?? '', problems: problems.slice(0, MOST_PROBLEMS) };
}

function chainProblems(lines: readonly LedgerLine[], key: string): readonly string[] {
  return lines.flatMap((line, index) => {
    const before = lines[index - 1];
    if (line.sequence !== index + 1) return [`line ${index + 1} is missing in the database`];
    if (line.previous !== (before?.mac ?? ''))
      return [`line ${line.sequence} in the database does not follow the one before`];
    return line.mac === macOf(line, key) ? [] : [`line ${line.sequence} in the database was changed`];
  });
}

/** Line by line: the copy has each line of the database, and no other. */
function copyProblems(lines: readonly LedgerLine[], rows: readonly string[]): readonly string[] {
  const problems: string[] = [];
  const copied = new Set<number>();
  rows.forEach((text, index) => {
    const line = readLine(text);
    const same = line && lines[line.sequence - 1];
    if (!line) problems.push(`row ${index + 1} of ledger.jsonl is no line`);
    else if (!same) problems.push(`line ${line.sequence} is in ledger.jsonl and not in the database`);
    else if (!isSame(line, same))
      problems.push(`line ${line.sequence} is not the same in ledger.jsonl and the database`);
    if (line) copied.add(line.sequence);
  });
  const missing = lines.filter(({ sequence }) => !copied.has(sequence));
  return [...problems, ...missing.map(({ sequence }) => `line ${sequence} is not in ledger.jsonl`)];
}

/** Compared without any order of the fields: databases do not keep it. */
const isSame = (one: LedgerLine, other: LedgerLine): boolean =>
  JSON.stringify(Object.entries(sorted(one)).sort()) === JSON.stringify(Object.entries(sorted(other)).sort());

const sorted = ({ counts, ...line }: LedgerLine) => ({ ...line, counts: Object.entries(counts).sort() });

/** What stands in the ledger as deleted and is still there, but for what is being deleted at this moment. */
async function leftovers(lines: readonly LedgerLine[], store: Reader, key: string): Promise<readonly string[]> {
  const gone = new Map(lines.flatMap((line) => (line.subject === undefined ? [] : [[line.subject, line] as const])));
  const ledger = { subjectOf: (...parts: readonly string[]) => subjectBy(key, ...parts) };
  const problems: string[] = [];
  const look = (subject: string, what: string): void => {
    const line = gone.get(subject);
    if (line) problems.push(`a ${what} is there that line ${line.sequence} says was deleted`);
  };
  for await (const page of walkIndex(store, CONVERSATIONS, { index: 'by-last-message', field: 'lastMessageAt' })) {
    for (const { id, body } of page) {
      if (!body.beingDeleted) look(conversationSubject(ledger, id, body.startedAt), 'conversation');
    }
  }
  for (const tenancyKind of ['none', 'runs', 'ended'] as const) {
    const walk = { index: 'by-tenancy', equals: { tenancyKind }, field: 'countsFrom' } as const;
    for await (const page of walkIndex(store, STAFF_PARTS, walk)) {
      for (const { id, body } of page)
        if (body.entries === undefined) look(staffPartSubject(ledger, id, body.startedAt), 'staff part');
    }
  }
  for await (const page of allCases(store)) for (const { id } of page) look(ledger.subjectOf('case', id), 'case');
  return problems;
}
