/** What makes a spreadsheet take a cell for a formula: whoever fills in a form could run one on a colleague's computer. */
const FORMULA = /^[=+\-@\t\r\n]/;

/** What a cell cannot hold without quotes. */
const NEEDS_QUOTES = /[",\r\n]/;

/** Before the first line of a file, so that spreadsheets read it as UTF-8. */
export const CSV_START = '\ufeff';

/**
 * A line of a CSV file (RFC 4180), with its line end. A cell that a spreadsheet would take for a formula gets an
 * apostrophe in front, as OWASP advises ("CSV Injection"): a phone number, too, since it begins with a plus sign.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
