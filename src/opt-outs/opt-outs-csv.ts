import { CSV_START, csvLine } from '../shared/csv-line';
import type { OptOut } from './opt-out';

const COLUMNS = ['scope', 'channel', 'address', 'since', 'reference'] as const satisfies readonly (keyof OptOut)[];

/** The beginning of a file of opt-outs: what tells spreadsheets that it is UTF-8, and the names of the columns. */
export const OPT_OUTS_CSV_HEAD = CSV_START + csvLine(COLUMNS);

/** An opt-out as a line of such a file. */
export const optOutCsvLine = (optOut: OptOut): string => csvLine(COLUMNS.map((column) => optOut[column]));
