import { readWords } from './read-words';
import { UNCLEAR, type SmalltalkContent } from './search-content';
import { containsRun } from './term-runs';

/** What may stand beside a greeting or a thank-you without making it anything else. */
const BESIDE = new Set(
  'there you u to and so very much a lot all again then now today please pls mate love pal bot friend for that well oh'.split(
    ' ',
  ),
);

/**
 * Recognises small talk only where it is the whole message: "hi, how long do you keep calls" is a question. Where a
 * message strings several together, the one with the longest wording counts: "hi, are you a robot?" is no greeting.
 */
export function createSmalltalkRecogniser(content: readonly SmalltalkContent[]): (text: string) => string | undefined {
  const topics = new Map<string, string>();
  for (const { topic, saidAs } of content) for (const line of saidAs) topics.set(readWords(line).join(' '), topic);
  const longest = Math.max(0, ...[...topics.keys()].map((line) => line.split(' ').length));

  return (text) => {
    const wordings = splitIntoWordings(readWords(text), longest, topics);
    return wordings?.reduce((best, next) => (next.length > best.length ? next : best), NO_WORDING).topic;
  };
}

interface Wording {
  readonly topic: string | undefined;
  /** In words. */
  readonly length: number;
}

const NO_WORDING: Wording = { topic: undefined, length: 0 };

/** The wordings that a message consists of; undefined when it holds anything else. */
function splitIntoWordings(
  words: readonly string[],
  longest: number,
  topics: ReadonlyMap<string, string>,
): readonly Wording[] | undefined {
  const wordings: Wording[] = [];
  for (let at = 0; at < words.length;) {
    const next = longestAt(words, at, longest, topics);
    if (next) wordings.push(next);
    else if (!BESIDE.has(words[at] ?? '')) return undefined;
    at += next?.length ?? 1;
  }
  return wordings;
}

function longestAt(
  words: readonly string[],
  at: number,
  longest: number,
  topics: ReadonlyMap<string, string>,
): Wording | undefined {
  for (let length = Math.min(longest, words.length - at); length > 0; length--) {
    const topic = topics.get(words.slice(at, at + length).join(' '));
    if (topic !== undefined) return { topic, length };
  }
  return undefined;
}

/** The topic that a message of small talk is nearest to: the one of whose wordings it holds the longest; else "unclear". */
export function nearestSmalltalk(text: string, content: readonly SmalltalkContent[]): string {
  const words = readWords(text);
  let best = { topic: UNCLEAR, length: 0 };
  for (const { topic, saidAs } of content) {
    for (const line of saidAs) {
      const wording = readWords(line);
      if (wording.length > best.length && containsRun(words, wording)) best = { topic, length: wording.length };
    }
  }
  return best.topic;
}
