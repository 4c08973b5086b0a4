/** What a picture is made of. Lengths are in pixels at its natural size. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Read out in place of the picture. */
  readonly title: string;
  readonly description: string;
  /** SVG elements, in the order in which they are drawn. */
  readonly elements: readonly string[];
}

/**
 * Both schemes have a ground of their own, so that the picture can be read on any page. Ink on ground has a contrast of
 * 14 and more, faint ink of 5.
 */
const STYLE = `
    svg { --ground: #ffffff; --ink: #1b1f24; --faint: #636c76; --line: #d0d7de; --good: #2f7bd8; --bad: #e5792b; }
    @media (prefers-color-scheme: dark) {
      svg { --ground: #14181d; --ink: #e9edf1; --faint: #9aa5b1; --line: #3a424c; --good: #3f86dd; --bad: #d9772f; }
    }
    text { font: 13px system-ui, sans-serif; fill: var(--ink); }
    .ground { fill: var(--ground); }
    .faint { fill: var(--faint); }
    .small { font-size: 11px; }
    .heading { font-weight: 600; font-size: 15px; }
    .line { stroke: var(--line); fill: none; }
    .ideal { stroke: var(--faint); stroke-dasharray: 4 4; fill: none; }
    .range { stroke: var(--good); stroke-width: 1.5; }
    .good { fill: var(--good); }
    .bad { fill: var(--bad); }
    .other { fill: var(--faint); }
    .end { text-anchor: end; }
    .middle { text-anchor: middle; }
`;

/** A picture as a file of its own, which needs no script and no other file. */
export function svgPicture({ width, height, title, description, elements }: Picture): string {
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description">`;
  return [
    head,
    `  <title id="title">${escapeXml(title)}</title>`,
    `  <desc id="description">${escapeXml(description)}</desc>`,
    `  <style>${STYLE}  </style>`,
    `  <rect class="ground" width="${width}" height="${height}" rx="8"/>`,
    ...elements.map((element) => `  ${element}`),
    '</svg>\n',
  ].join('\n');
}

/** Words at a place. @param classes of the style above */
export function svgText(words: string, x: number, y: number, classes = '', turned = 0): string {
  const turn = turned === 0 ? '' : ` transform="rotate(${turned} ${short(x)} ${short(y)})"`;
  return `<text class="${classes}" x="${short(x)}" y="${short(y)}"${turn}>${escapeXml(words)}</text>`;
}

export function svgLine(
  from: readonly [x: number, y: number],
  to: readonly [x: number, y: number],
  kind: string,
): string {
  const [[x1, y1], [x2, y2]] = [from, to];
  return `<line class="${kind}" x1="${short(x1)}" y1="${short(y1)}" x2="${short(x2)}" y2="${short(y2)}"/>`;
}

/** A number with at most one decimal: more cannot be seen, and would change with every run. */
export const short = (number: number): string => String(Math.round(number * 10) / 10);

const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
