/** How a column stands: texts begin at its left edge, figures end at its right one. */
export type Side = 'left' | 'right';

/** What stands between two columns. */
const GAP = '   ';

/**
 * Rows of cells as lines of text, each column as wide as its widest cell.
 * @param sides of the columns in their order; one that is not named stands left
 */
export function columns(rows: readonly (readonly string[])[], sides: readonly Side[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, cell.length)));
  return rows.map((row) =>
    row
      .map((cell, at) => pad(cell, widths[at] ?? 0, sides[at] ?? 'left'))
      .join(GAP)
      .trimEnd(),
  );
}

const pad = (cell: string, width: number, side: Side): string =>
  side === 'right' ? cell.padStart(width) : cell.padEnd(width);
