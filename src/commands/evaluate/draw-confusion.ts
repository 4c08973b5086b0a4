import { ASKED_BACK, type Confusion } from './confusion';
import { svgLine, svgPicture, svgText } from './svg-picture';

const CELL = 26;
const LEFT = 330;
const TOP = 330;
/** So much of a colour at most, that the figure on it can be read. */
const STRONGEST = 0.6;

/** What was shown (columns) for what was wanted (rows), as a picture: the stronger the colour, the larger the share. */
export function drawConfusion(confusion: Confusion): string {
  const { rows, columns } = confusion;
  return svgPicture({
    width: LEFT + columns.length * CELL + 130,
    height: TOP + rows.length * CELL + 24,
    title: 'What was shown for what was wanted',
    description: describe(confusion),
    elements: [
      svgText('Wanted (rows) and shown (columns)', 24, 30, 'heading'),
      svgText('blue: the right section or kind', 24, 52, 'faint small'),
      svgText('orange: another one', 24, 68, 'faint small'),
      svgText('grey: asked back', 24, 84, 'faint small'),
      ...columns.map((name, at) => svgText(name, LEFT + (at + 0.5) * CELL + 4, TOP - 8, 'small', -55)),
      ...rows.flatMap((name, at) => drawRow(name, at, confusion)),
      ...grid(rows.length, columns.length),
    ],
  });
}

function grid(rows: number, columns: number): readonly string[] {
  const [right, bottom] = [LEFT + columns * CELL, TOP + rows * CELL];
  const across = Array.from({ length: rows + 1 }, (_, at) => TOP + at * CELL);
  const down = Array.from({ length: columns + 1 }, (_, at) => LEFT + at * CELL);
  return [
    ...across.map((y) => svgLine([LEFT, y], [right, y], 'line')),
    ...down.map((x) => svgLine([x, TOP], [x, bottom], 'line')),
  ];
}

function drawRow(name: string, row: number, { columns, counts }: Confusion): readonly string[] {
  const own = counts[row] ?? [];
  const total = own.reduce((sum, count) => sum + count, 0);
  const y = TOP + row * CELL;
  return [
    svgText(name, LEFT - 10, y + CELL / 2 + 4, 'end small'),
    ...columns.flatMap((column, at) => {
      const x = LEFT + at * CELL;
      const count = own[at] ?? 0;
      const box = `x="${x}" y="${y}" width="${CELL}" height="${CELL}"`;
      if (count === 0) return [];
      const kind = column === name ? 'good' : column === ASKED_BACK ? 'other' : 'bad';
      const strength = (STRONGEST * (0.4 + (0.6 * count) / total)).toFixed(2);
      return [
        `<rect class="${kind}" fill-opacity="${strength}" ${box}/>`,
        svgText(String(count), x + CELL / 2, y + CELL / 2 + 4, 'middle small'),
      ];
    }),
  ];
}

function describe({ rows, columns, counts }: Confusion): string {
  const told = rows.map((name, row) => {
    const shown = columns.flatMap((column, at) => {
      const count = counts[row]?.[at] ?? 0;
      return count > 0 ? [`${column} ${count}`] : [];
    });
    return `${name}: ${shown.join(', ')}`;
  });
  return `${told.join('. ')}.`;
}
