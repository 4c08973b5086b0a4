/** A part of a message between commas, line ends and the like. */
export interface Clause {
  readonly text: string;
  /** Characters from the start of the message. */
  readonly start: number;
  readonly end: number;
}

/** Not after one letter or a short form: "J. Smith", "St. John", "Mrs. Ali", "12 High St. Worcester". */
const FULL_STOP = '(?<!(?:^|[\\s.])(?:\\p{L}|st|mr|mrs|ms|dr|rev|prof|no|apt|rd|ave|jr|sr))[.!?](?=\\s|$)';

/** Before these "and" and "but" begin something else; elsewhere they may join names or parts of an address. */
const NEXT =
  "(?=(?:i|im|i['’]m|my|the|its|it['’]s|it|you|please|email|e-mail|phone|mobile|call|ring|text|can|could|this|that|live|tenant|from|with|am)\\b)";

const BREAK = new RegExp(`[\\n\\r;,:|•]+|\\s[-–—]+\\s|${FULL_STOP}|\\s(?:and|but|&|n)\\s${NEXT}`, 'giu');

/** The clauses of a message, in order, without the white space around them. */
export function clausesOf(text: string): readonly Clause[] {
  const breaks = [...text.matchAll(BREAK)].map(({ 0: all, index }) => ({ start: index, end: index + all.length }));
  const starts = [0, ...breaks.map(({ end }) => end)];
  const ends = [...breaks.map(({ start }) => start), text.length];
  return starts.map((start, at) => trimmed(text, start, ends[at] ?? text.length)).filter(({ text: one }) => one !== '');
}

function trimmed(text: string, start: number, end: number): Clause {
  const part = text.slice(start, end);
  const from = start + (part.length - part.trimStart().length);
  return { text: part.trim(), start: from, end: from + part.trim().length };
}
