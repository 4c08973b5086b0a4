import { AppError } from '../shared/app-error';
import type { Clock } from '../shared/clock';
import type { DocumentStore } from '../shared/document-store';
import { keyedHash } from '../shared/keyed-hash';
import { walkIndex } from '../shared/walk-index';
import type { LedgerCopy } from './ledger-copy';
import { LEDGER, lineId, nextLine, readLine, type LedgerEntry, type LedgerLine } from './ledger-line';

export interface LedgerDependencies {
  readonly store: Pick<DocumentStore, 'find' | 'insert'>;
  readonly clock: Clock;
  /** A secret of this installation. With another one no line is genuine, and nothing is recognised. */
  readonly key: string;
  readonly copy: LedgerCopy;
}

interface Pending {
  readonly entry: LedgerEntry;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Other writers that may come between; more means that something is wrong. */
const MOST_TRIES = 100;

/** Where every deletion is written down for good, in the database and in a file beside it. */
export class Ledger {
  private pending: Pending[] = [];
  private isWriting = false;
  /** The last line in the copy; undefined while nobody has looked. */
  private copied: number | undefined;

  constructor(private readonly deps: LedgerDependencies) {}

  /** What stands in the ledger for something, whatever it is. */
  subjectOf(...parts: readonly string[]): string {
    return subjectBy(this.deps.key, ...parts);
  }

  /**
   * Adds a line; of something that has a line already, none. On the disk when it resolves, also in the copy. Calls that come
   * together share a wait for the copy's disk.
   */
  record(entry: LedgerEntry): Promise<void> {
    return new Promise((resolve, reject) => {
      this.pending.push({ entry, resolve, reject });
      if (!this.isWriting) void this.writeAll();
    });
  }

  /**
   * Takes over what only the copy knows: the database is an older one, come back from a backup.
   *
   * @returns the lines that it did not know
   * @throws AppError `ledger_damaged` where the two disagree about a line
   */
  async takeOver(): Promise<number> {
    const known = (await this.lastLine())?.sequence ?? 0;
    const news = readCopy(this.deps.copy).filter(({ sequence }) => sequence > known);
    for (const line of news) {
      if ((await this.deps.store.insert(LEDGER, lineId(line.sequence), line)) === 'exists') throw damaged();
    }
    return news.length;
  }

  async lastLine(): Promise<LedgerLine | undefined> {
    const [last] = await this.deps.store.find(LEDGER, { index: 'by-sequence', order: 'descending', limit: 1 });
    return last?.body;
  }

  /** Never rejects: whoever has told something hears of it. */
  private async writeAll(): Promise<void> {
    this.isWriting = true;
    while (this.pending.length > 0) {
      const batch = this.pending;
      this.pending = [];
      try {
        for (const { entry } of batch) await this.insert(entry);
        await this.copyOn();
        batch.forEach(({ resolve }) => resolve());
      } catch (error) {
        batch.forEach(({ reject }) => reject(error));
      }
    }
    this.isWriting = false;
  }

  private async insert(entry: LedgerEntry): Promise<void> {
    const { store, clock, key } = this.deps;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      if (entry.subject !== undefined && (await this.knows(entry.subject))) return;
      const last = await this.lastLine();
      const sequence = (last?.sequence ?? 0) + 1;
      if (this.lastCopied() >= sequence) throw behind();
      const line = nextLine(entry, sequence, clock.now(), last?.mac ?? '', key);
      if ((await store.insert(LEDGER, lineId(sequence), line)) === 'inserted') return;
    }
    throw new AppError('store_unavailable', 'the line of the ledger could not be placed');
  }

  private async knows(subject: string): Promise<boolean> {
    const found = await this.deps.store.find(LEDGER, { index: 'by-subject', equals: { subject }, limit: 1 });
    return found.length > 0;
  }

  /** Adds to the copy whatever is new in the database, also by others. */
  private async copyOn(): Promise<void> {
    for (;;) {
      const range = { above: this.lastCopied() };
      const found = await this.deps.store.find(LEDGER, { index: 'by-sequence', range, limit: 500 });
      const last = found.at(-1);
      if (!last) return;
      this.deps.copy.append(found.map(({ body }) => JSON.stringify(body)));
      this.copied = last.body.sequence;
    }
  }

  private lastCopied(): number {
    return (this.copied ??= readCopy(this.deps.copy).at(-1)?.sequence ?? 0);
  }
}

/** What stands in the ledger for something, by the ledger's key. */
export const subjectBy = (key: string, ...parts: readonly string[]): string =>
  keyedHash(key, 'subject of the ledger', ...parts);

/** What stands in the database, page by page. @param after the sequence of the last line that is known */
export function linesOf(store: Pick<DocumentStore, 'find'>, after = 0) {
  return walkIndex(store, LEDGER, { index: 'by-sequence', field: 'sequence', after });
}

/**
 * The lines of the copy, in order. Processes that share a folder may have added the same line twice.
 *
 * @throws AppError `ledger_damaged` when something in it is no line, or two lines have one number
 */
export function readCopy(copy: LedgerCopy): readonly LedgerLine[] {
  const lines = new Map<number, LedgerLine>();
  for (const text of copy.read()) {
    const line = readLine(text);
    if (!line || (lines.get(line.sequence)?.mac ?? line.mac) !== line.mac) throw damaged();
    lines.set(line.sequence, line);
  }
  return [...lines.values()].sort((one, other) => one.sequence - other.sequence);
}

const damaged = (): AppError =>
  new AppError('ledger_damaged', 'the ledger and its copy do not agree: `npm run -s retention -- verify` tells where');

const behind = (): AppError =>
  new AppError('ledger_damaged', 'the database is older than its ledger: `npm run -s retention -- replay` mends that');
