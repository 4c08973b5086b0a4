import type { FlowContent } from '../search/search-content';
import { createSpeller } from '../search/spell';
import { splitMessage } from '../search/split-message';
import type { Understanding } from '../search/understanding';
import { createBreachFinder } from './breach-or-complaint';
import { createJudgePart, type PartJudgement, type WhyMentioned } from './judge-part';
import type { Matter } from './matter';
import { matterOf } from './matter-of';
import { createReadClause } from './read-clause';
import type { RecognitionContent } from './recognition-content';
import { createTakeOutQuotations } from './take-out-quotations';
import { createToldByHints } from './told-by-hints';

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

/** @param knownWords how often words occur, so that typing errors can be corrected towards them */
export function createRecogniseMatters(
  { recognition, flows }: RecogniseContent,
  knownWords: ReadonlyMap<string, number> = new Map(),
): RecogniseMatters {
  const speller = knownWords.size > 0 ? createSpeller(knownWords) : (word: string) => word;
  const judgePart = createJudgePart(createReadClause(recognition, speller), flows);
  const takeOutQuotations = createTakeOutQuotations(recognition);
  const asBreach = createBreachFinder(recognition, speller);
  const toldByHints = createToldByHints(recognition, speller);

  return async (text, understanding, understandPart) => {
    const { own, quoted } = takeOutQuotations(text);
    const whole = own === text ? understanding : await understandPart(own);
    const parts = splitMessage(own);
    const judged: PartJudgement[] = [];
    for (const [at, part] of parts.entries()) {
      const isWhole = parts.length === 1;
      const understood = isWhole ? whole : at < MOST_PARTS ? await understandPart(part) : undefined;
      judged.push(await judgePart({ part, understood, isWhole }, understandPart));
    }
    const raised = asBreach(raisedIn(judged, whole), text);
    if (raised.length > 0) return { kind: 'raised', matters: raised.slice(0, MOST), told: toldByHints(own) };

    const mentioned =
      judged.find(({ mentioned: one }) => one)?.mentioned ?? (await mentionedIn(quoted, understandPart));
    return mentioned ? { kind: 'mentioned', ...mentioned } : { kind: 'none' };
  };

  /** What the words of others ask for. */
  async function mentionedIn(quoted: string, understandPart: UnderstandPart): Promise<PartJudgement['mentioned']> {
    if (quoted === '') return undefined;
    const judgement = await judgePart(
      { part: quoted, understood: await understandPart(quoted), isWhole: true },
      understandPart,
    );
    const matter = judgement.raised[0] ?? judgement.mentioned?.matter;
    return matter && { matter, why: 'quoted' };
  }
}

/** What the parts raise, and what the whole is understood to be unless the part that says so takes it back. */
function raisedIn(judged: readonly PartJudgement[], whole: Understanding): readonly Matter[] {
  const ofWhole = [whole, ...(whole.also ?? [])].flatMap((one) =>
    one.kind === 'flow' ? (matterOf(one.flow) ?? []) : [],
  );
  const isTakenBack = (matter: Matter): boolean =>
    judged.some(({ mentioned }) => mentioned?.matter === matter) || judged.every(({ isTakenBack: all }) => all);
  const added = ofWhole.filter(
    (matter) => !judged.some(({ raised }) => raised.includes(matter)) && !isTakenBack(matter),
  );
  const inOrder = judged.flatMap(({ raised, perhaps }) => [...raised, ...added.filter((matter) => matter === perhaps)]);
  return [...new Set([...inOrder, ...added])];
}
