import type { Counts } from '../storage/sqlite/verify-database';
import { columns } from './columns';

/** A line for each collection with its number of documents. */
export function countsText(counts: Counts): string {
  const rows = Object.entries(counts).map(([name, documents]) => [`  ${name}`, String(documents)]);
  return `${['documents:', ...columns(rows, ['left', 'right'])].join('\n')}\n`;
}
