import { wordsOf } from '../search/normalise';
import type { FlowContent } from '../search/search-content';
import { createSpeller } from '../search/spell';
import { splitMessage } from '../search/split-message';
import type { Understanding } from '../search/understanding';
import { createJudgePart, type PartJudgement } from './recognition/judge-part';
import type { Matter } from './matter';
import type { Mention, WhyMentioned } from './recognition/mentions';
import { raisedByMessage } from './recognition/raised-by-message';
import { createReadClause } from './recognition/read-clause';
import { createComplaintReader } from './recognition/read-complaint';
import type { RecognitionContent } from './recognition/recognition-content';
import { createTakeOutQuotations } from './recognition/take-out-quotations';
import { createToldByHints } from './recognition/told-by-hints';

/** What a message asks to be recorded. */
export type Recognised =
  | {
      readonly kind: 'raised';
      /** One to four, in the message's order. */
      readonly matters: readonly Matter[];
      /** What the message tells beside that, by field of the forms. */
      readonly told: Readonly<Record<string, string>>;
    }
  /** Spoken of, and not asked for: it is answered, and offered. */
  | { readonly kind: 'mentioned'; readonly matter: Matter; readonly why: WhyMentioned }
  | { readonly kind: 'none' };

/** Understands a part of a message by itself. */
export type UnderstandPart = (part: string) => Promise<Understanding>;

/**
 * Tells which matters a message raises and which it only mentions. Recording too often costs a person one tap, and too
 * seldom costs them a right.
 * @param understanding of the whole message, in its context
 */
export type RecogniseMatters = (
  text: string,
  understanding: Understanding,
  understandPart: UnderstandPart,
) => Promise<Recognised>;

export interface RecogniseContent {
  readonly recognition: RecognitionContent;
  readonly flows: readonly FlowContent[];
}

/** At most so many matters of one message are recorded. */
const MOST = 4;

/** So many parts are understood by themselves, the first ones; of the others only the words are read. */
const MOST_PARTS = 12;

/** Fewer words beside a quotation only say whose it is. */
const FEWEST_WORDS = 3;

/** @param knownWords how often words occur, so that typing errors can be corrected towards them */
export function createRecogniseMatters(
  { recognition, flows }: RecogniseContent,
  knownWords: ReadonlyMap<string, number> = new Map(),
): RecogniseMatters {
  const speller = createSpeller(new Map([...wordsOfContent(recognition), ...knownWords]));
  const complaints = createComplaintReader(recognition, speller);
  const judgePart = createJudgePart(createReadClause(recognition, speller), complaints, flows);
  const takeOutQuotations = createTakeOutQuotations(recognition);
  const toldByHints = createToldByHints(recognition, speller);

  return async (text, understanding, understandPart) => {
    const { own, quoted } = takeOutQuotations(text);
    const whole = quoted === '' ? understanding : await understandPart(own);
    // "He said" is all that is left of many.
    const isOnlyQuoted = quoted !== '' && wordsOf(own).length < FEWEST_WORDS;
    const judged = isOnlyQuoted ? [] : await judgeParts(partsOf(own), whole, understandPart, quoted === '');
    const raised = complaints.asBreach(raisedByMessage(judged, whole), text);
    if (raised.length > 0) return { kind: 'raised', matters: raised.slice(0, MOST), told: toldByHints(own) };

    const mentioned = judged.find((one) => one.mentioned)?.mentioned ?? (await mentionedIn(quoted, understandPart));
    return mentioned ? { kind: 'mentioned', ...mentioned } : { kind: 'none' };
  };

  async function judgeParts(
    parts: readonly string[],
    whole: Understanding,
    understandClause: UnderstandPart,
    isAll = true,
  ): Promise<readonly PartJudgement[]> {
    // What is left beside a quotation is no whole message.
    const isWhole = parts.length === 1 && isAll;
    const judged: PartJudgement[] = [];
    for (const [at, text] of parts.entries()) {
      const understood = isWhole ? whole : at < MOST_PARTS ? await understandClause(text) : undefined;
      judged.push(await judgePart({ text, understood, isWhole, whole, understandClause }));
    }
    return judged;
  }

  /** What the words of others ask for. */
  async function mentionedIn(quoted: string, understandPart: UnderstandPart): Promise<Mention | undefined> {
    if (quoted === '') return undefined;
    const [judgement] = await judgeParts([quoted], await understandPart(quoted), understandPart);
    const matter = judgement?.raised[0] ?? judgement?.mentioned?.matter ?? judgement?.named;
    return matter && { matter, why: 'quoted' };
  }
}

/** Its connecting words are kept where it is one part: "restrict and erase". */
function partsOf(text: string): readonly string[] {
  const parts = splitMessage(text);
  return parts.length === 1 ? [text] : parts;
}

/** The words of the content, which typing errors are corrected towards as well. */
function wordsOfContent({ words, matters }: RecognitionContent): readonly (readonly [string, number])[] {
  const ofMatters = Object.values(matters).flatMap((one) => [...one.askedAs, ...one.askedShortlyAs, ...one.namedAs]);
  const phrases = [...Object.values(words).flat(), ...ofMatters];
  return phrases.flatMap((phrase) => wordsOf(phrase)).map((word) => [word, 1] as const);
}
