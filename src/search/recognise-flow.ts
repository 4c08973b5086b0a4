import { normalise } from './normalise';
import type { FlowContent } from './search-content';
import type { TermReader } from './term-reader';
import { shortestStretch } from './term-runs';
import type { Flow } from './understanding';
import { wantsItDone } from './wants-it-done';

/** How many other words may stand among those of a way of asking: "delete [everything that you have about] me". */
const OTHER_WORDS = 3;

/** Something that a message asks to be done. */
export interface FlowMatch {
  readonly flow: Flow;
  readonly confidence: number;
}

/**
 * Recognises a request when all telling words of one of the ways of asking for it stand close together. The way with
 * the most words counts, then the one that explains more of the message. The title of a flow always means the flow.
 */
export function createFlowRecogniser(
  flows: readonly FlowContent[],
  reader: TermReader,
): (text: string) => FlowMatch | undefined {
  const titles = new Map(flows.map(({ title, flow }) => [normalise(title), flow]));
  const ways = flows.flatMap(({ flow, saidAs, alsoAsQuestion }) =>
    saidAs.map((line) => ({ flow, alsoAsQuestion, terms: [...new Set(reader.requestTerms(line))] })),
  );
  ways.sort((one, other) => other.terms.length - one.terms.length);

  return (text) => {
    const titled = titles.get(normalise(text));
    if (titled) return { flow: titled, confidence: 1 };
    const terms = reader.requestTerms(text);
    const isRequest = wantsItDone(text);
    const way = ways.find((candidate) => (isRequest || candidate.alsoAsQuestion) && isSaid(candidate.terms, terms));
    return way && { flow: way.flow, confidence: confidenceOf(way.terms.length, terms.length) };
  };
}

function isSaid(wanted: readonly string[], terms: readonly string[]): boolean {
  if (wanted.length === 0) return false;
  const stretch = shortestStretch(terms, wanted);
  return stretch !== undefined && stretch <= wanted.length + OTHER_WORDS;
}

/** From 0.6, where the request is a small part of a long message, towards 1, where it is all of it. */
function confidenceOf(matched: number, all: number): number {
  return 0.6 + 0.4 * Math.min(1, matched / Math.max(1, all));
}
