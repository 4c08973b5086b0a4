import { readWords } from '../search/read-words';
import { sentenceCues } from '../search/sentence-cues';
import type { Speller } from '../search/spell';
import { MATTERS, type Matter } from './matter';
import { findPhrases, type FindPhrases, type Span } from './phrases';
import type { RecognitionContent } from './recognition-content';

/** What the words of one clause show, before anybody has understood it. */
export interface ClauseReading {
  /** Asked for in words that leave no doubt, in order. */
  readonly asked: readonly Matter[];
  /** Named by what is said here, and not asked for: how people ask, what others said, what is not wanted. */
  readonly named: readonly Matter[];
  /** Asked for in the words of others: "he said delete my file". */
  readonly reported: readonly Matter[];
  /** Denied: "do not delete my file". */
  readonly negated: readonly Matter[];
  readonly mood: Mood;
  /** Whether it takes the whole sentence back: "what if". */
  readonly isConditional: boolean;
  /** Whether it says that nothing is asked for. */
  readonly isDenied: boolean;
  /** How many words it has. */
  readonly length: number;
}

/** `asks-us` is a question about what we do, `asks` one about anything else; `plain` is a wish or a statement. */
export type Mood = 'plain' | 'asks' | 'asks-us' | 'hypothetical' | 'hearsay';

interface Hit extends Span {
  readonly matter: Matter;
}

/** Makes the reader of clauses. */
export function createReadClause({ words: lists, moods, matters }: RecognitionContent, speller: Speller) {
  const finder = (phrases: readonly string[]): FindPhrases => findPhrases(phrases, lists);
  const askedAs = MATTERS.map((matter) => ({ matter, find: finder(matters[matter].askedAs) }));
  const namedAs = MATTERS.map((matter) => ({ matter, find: finder(matters[matter].namedAs) }));
  const [conditional, hypothetical, hearsay, denied] = [
    finder(moods.conditional),
    finder(moods.hypothetical),
    finder(moods.hearsay),
    finder(moods.denied),
  ];
  const reported = finder(moods.reported);
  const negator = findPhrases(moods.negated.map(withBetween), { ...lists, between: moods.between });

  return (clause: string): ClauseReading => {
    const words = readWords(clause, speller).join(' ');
    const before = ({ start }: Hit): string => words.slice(0, start).trimEnd();
    const isNegated = (hit: Hit): boolean => negator(before(hit)).length > 0;
    const isReported = (hit: Hit): boolean => reported(before(hit)).length > 0;

    const hits = longestOnly(hitsOf(askedAs, words));
    const names = hitsOf(namedAs, words);
    const own = hits.filter((hit) => !isNegated(hit) && !isReported(hit));
    const mood = moodOf(words, clause);
    const asked = own.filter(({ start }) => mood === 'plain' || (mood === 'asks' && start === 0));
    return {
      asked: inOrder(asked),
      named: inOrder([...hits.filter((hit) => !asked.includes(hit)), ...names]),
      reported: inOrder(hits.filter(isReported)),
      negated: inOrder([...hits, ...names].filter(isNegated)),
      mood,
      isConditional: conditional(words).length > 0,
      isDenied: denied(words).length > 0,
      length: words.split(' ').length,
    };
  };

  function moodOf(words: string, clause: string): Mood {
    if (hearsay(words).length > 0) return 'hearsay';
    if (hypothetical(words).length > 0) return 'hypothetical';
    const cues = sentenceCues(words.split(' '));
    const isQuestion = QUESTION.test(words) || (clause.includes('?') && !cues.some((cue) => WISHES.has(cue)));
    if (!isQuestion || POLITE.test(words)) return 'plain';
    return ABOUT_US.test(words) || cues.some((cue) => ABOUT_US_CUES.has(cue)) ? 'asks-us' : 'asks';
  }
}

const WISHES = new Set(['wants', 'commands', 'asks-you-to', 'asks-whether-i-may']);
const ABOUT_US_CUES = new Set(['asks-whether-you', 'asks-how-long', 'asks-why', 'asks-who', 'asks-where']);
const ABOUT_US = /\b(?:do|does|did|are|have|has|will) (?:you|they|the|my)\b/;

/** How a question begins that is not only a polite wish. */
const QUESTION =
  /^(?:(?:and|also|plus|so|ok|then|but|or|because|please|hi|hello) )*(?:do|does|did|are|is|am|was|were|have|has|had|should|shall|must|will (?!you)|would (?!you|it)|how|what|who|whose|why|where|when|which)\b/;
const POLITE = /\b(?:is (?:it )?possible|would it be)\b/;

/** The words that may stand between a negation and what it denies, at the end of what stands before that. */
const withBetween = (phrase: string): string => `${phrase}${' {between}?'.repeat(6)} $`;

function hitsOf(finders: readonly { matter: Matter; find: FindPhrases }[], words: string): readonly Hit[] {
  return finders.flatMap(({ matter, find }) => find(words).map((span) => ({ matter, ...span })));
}

/** Of phrases that overlap, the longest: "take me off the survey list" is about surveys. */
function longestOnly(hits: readonly Hit[]): readonly Hit[] {
  const length = ({ start, end }: Span): number => end - start;
  const overlaps = (one: Hit, other: Hit): boolean => one.start < other.end && other.start < one.end;
  return hits.filter(
    (hit) => !hits.some((other) => other.matter !== hit.matter && overlaps(hit, other) && length(other) > length(hit)),
  );
}

function inOrder(hits: readonly Hit[]): readonly Matter[] {
  const sorted = [...hits].sort((one, other) => one.start - other.start);
  return [...new Set(sorted.map(({ matter }) => matter))];
}
