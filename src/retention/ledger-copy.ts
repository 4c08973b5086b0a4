/**
 * A second place for the lines of the ledger, outside of the database: who restores an old backup of the database gets an
 * old ledger with it, and this one still knows what was deleted since.
 */
export interface LedgerCopy {
  /** All lines, in the order in which they were added. */
  read(): readonly string[];
  /** On the disk when it returns. */
  append(lines: readonly string[]): void;
}
