import { readWords } from '../search/read-words';
import { sentenceCues } from '../search/sentence-cues';
import type { Speller } from '../search/spell';
import { createReadMood, type Mood } from './read-mood';
import { MATTERS, type Matter } from './matter';
import { findPhrases, type Span } from './phrases';
import type { MatterPhrases, RecognitionContent } from './recognition-content';

/** What the words of one clause show, before anybody has understood it. */
export interface ClauseReading {
  readonly text: string;
  /** Asked for in words that leave no doubt, in order. */
  readonly asked: readonly Matter[];
  /** Asked for in words that lean on what else is said: "delete it". */
  readonly askedShortly: readonly Matter[];
  /** Named by what is said here, whatever is said of it. */
  readonly named: readonly Matter[];
  /** Asked for in the words of others: "he said delete my file". */
  readonly reported: readonly Matter[];
  /** Denied: "do not delete my file". */
  readonly negated: readonly Matter[];
  readonly mood: Mood;
  /** Whether it wants something by its form: "I want", "send", "could you". */
  readonly wishes: boolean;
  /** Whether it speaks of a claim or a dispute, for which information is kept. */
  readonly isForClaim: boolean;
  /** Whether it takes the whole sentence back: "what if". */
  readonly isConditional: boolean;
  /** Whether it says that nothing is asked for. */
  readonly isDenied: boolean;
  /** How many words it has. */
  readonly length: number;
}

interface Hit extends Span {
  readonly matter: Matter;
}

/** The cues of a wish. */
const WISHES: ReadonlySet<string> = new Set(['wants', 'commands', 'asks-you-to', 'asks-whether-i-may']);

/** Makes the reader of clauses. */
export function createReadClause(content: RecognitionContent, speller: Speller) {
  const { words: lists, moods, matters } = content;
  const besideAName = new Set(content.besideAName);
  const hitsOf = (phrasesOf: (matter: MatterPhrases) => readonly string[]) => {
    const finders = MATTERS.map((matter) => ({ matter, find: findPhrases(phrasesOf(matters[matter]), lists) }));
    return (words: string): readonly Hit[] =>
      finders.flatMap(({ matter, find }) => find(words).map((span) => ({ matter, ...span })));
  };
  const askedIn = hitsOf(({ askedAs }) => askedAs);
  const askedShortlyIn = hitsOf(({ askedShortlyAs }) => askedShortlyAs);
  const namedIn = hitsOf(({ namedAs }) => namedAs);
  const wish = findPhrases(content.wishes, lists);
  const forClaim = findPhrases(content.keepForClaims, lists);
  const readMood = createReadMood(moods, lists);
  const withBetweenWords = { ...lists, between: moods.between };
  const negator = findPhrases(moods.negated.map(withBetween), withBetweenWords);
  const notNegator = findPhrases(moods.notNegated.map(withBetween), withBetweenWords);
  const reporter = findPhrases(moods.reported, lists);
  const [conditional, denied] = [findPhrases(moods.conditional, lists), findPhrases(moods.denied, lists)];

  return (text: string): ClauseReading => {
    const read = readWords(text, speller);
    const words = read.join(' ');
    const before = ({ start }: Hit): string => words.slice(0, start).trimEnd();
    const isNegated = (hit: Hit): boolean => negator(before(hit)).length > 0 && notNegator(before(hit)).length === 0;
    const isReported = (hit: Hit): boolean => reporter(before(hit)).length > 0;
    const wishes = wish(words).length > 0 || sentenceCues(read).some((cue) => WISHES.has(cue));
    const mood = readMood(words, text.includes('?') && !wishes);
    const names = namedIn(words);
    const isAlone = ({ start, end }: Hit): boolean =>
      `${words.slice(0, start)} ${words.slice(end)}`.split(' ').every((word) => word === '' || besideAName.has(word));
    const counts = (hit: Hit): boolean =>
      !isNegated(hit) && !isReported(hit) && (mood === 'plain' || (isQuestion(mood) && hit.start === 0));
    const hits = longestOnly([...askedIn(words), ...names.filter(isAlone)]);
    const short = askedShortlyIn(words);
    return {
      text,
      asked: inOrder(hits.filter(counts)),
      askedShortly: inOrder(short.filter(counts)),
      named: inOrder([...hits, ...names, ...short]),
      reported: inOrder([...hits, ...short].filter(isReported)),
      negated: inOrder([...hits, ...names, ...short].filter(isNegated)),
      mood,
      wishes,
      isForClaim: forClaim(words).length > 0,
      isConditional: conditional(words).length > 0,
      isDenied: denied(words).length > 0,
      length: read.length,
    };
  };
}

const isQuestion = (mood: Mood): boolean => mood === 'asks' || mood === 'asks-us';

/** The words that may stand between a negation and what it denies, at the end of what stands before that. */
const withBetween = (phrase: string): string => `${phrase}${' {between}?'.repeat(6)} $`;

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
