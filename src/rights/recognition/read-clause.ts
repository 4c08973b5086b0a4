import { readWords } from '../../search/read-words';
import { sentenceCues } from '../../search/sentence-cues';
import type { Speller } from '../../search/spell';
import { createDenialFinder } from './find-denials';
import { createMatchMatters, longestOnly, mattersInOrder, type Hit } from './match-matters';
import type { Matter } from '../matter';
import { findPhrases, type FindPhrases, type PhraseGroup } from './phrases';
import { readMood, type Cue, type Mood } from './read-mood';
import type { RecognitionContent } from './recognition-content';

/** What the words of one clause show, before anybody has understood it. Matters are in the order of the words. */
export interface ClauseReading {
  readonly text: string;
  /** Asked for in words that leave no doubt. */
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
  /** What it speaks of, so far as single words tell; of information also where it speaks of both. */
  readonly about: 'information' | 'home' | undefined;
  /** Whether it speaks of what was asked before: "the request I made". */
  readonly isEarlier: boolean;
  /** Whether it takes the whole sentence back: "what if". */
  readonly isConditional: boolean;
  /** Whether it says that nothing is asked for. */
  readonly isDenied: boolean;
  /** How many words it has. */
  readonly length: number;
}

export type ReadClause = (text: string) => ClauseReading;

/** The cues of a wish. */
const WISHES: ReadonlySet<string> = new Set(['wants', 'commands', 'asks-you-to', 'asks-whether-i-may']);

/** Makes the reader of clauses. */
export function createReadClause(content: RecognitionContent, speller: Speller): ReadClause {
  const readMatters = createReadMatters(content);
  const findCues = createCueFinder(content);

  return (text) => {
    const read = readWords(text, speller);
    const words = read.join(' ');
    const cues = new Set(findCues(words).map(({ label }) => label));
    const wishes = cues.has('wish') || sentenceCues(read).some((cue) => WISHES.has(cue));
    const mood = readMood(words, cues, text.includes('?') && !wishes);
    return {
      text,
      ...readMatters(words, mood),
      mood,
      wishes,
      isForClaim: cues.has('for-claim'),
      isEarlier: cues.has('earlier'),
      about: cues.has('information') ? 'information' : cues.has('home') ? 'home' : undefined,
      isConditional: cues.has('conditional'),
      isDenied: cues.has('denied'),
      length: read.length,
    };
  };
}

function createCueFinder(content: RecognitionContent): FindPhrases<Cue> {
  const { words: lists, moods, wishes, keepForClaims, information, earlier } = content;
  const groups: readonly PhraseGroup<Cue>[] = [
    { label: 'wish', phrases: wishes },
    { label: 'for-claim', phrases: keepForClaims },
    { label: 'home', phrases: ['{home}'] },
    { label: 'information', phrases: information },
    { label: 'earlier', phrases: earlier },
    { label: 'conditional', phrases: moods.conditional },
    { label: 'denied', phrases: moods.denied },
    { label: 'hypothetical', phrases: moods.hypothetical },
    { label: 'hearsay', phrases: moods.hearsay },
  ];
  return findPhrases(groups, lists);
}

type MattersOfClause = Pick<ClauseReading, 'asked' | 'askedShortly' | 'named' | 'reported' | 'negated'>;

function createReadMatters(content: RecognitionContent): (words: string, mood: Mood) => MattersOfClause {
  const matchMatters = createMatchMatters(content);
  const denials = createDenialFinder(content);
  const besideAName = new Set(content.besideAName);

  return (words, mood) => {
    const before = ({ start }: Hit): string => words.slice(0, start).trimEnd();
    const isNegated = (hit: Hit): boolean => denials.isNegated(before(hit));
    const isReported = (hit: Hit): boolean => denials.isReported(before(hit));
    const isAlone = ({ start, end }: Hit): boolean =>
      `${words.slice(0, start)} ${words.slice(end)}`.split(' ').every((word) => word === '' || besideAName.has(word));
    // "What do you hold about me" asks for it, though it is a question.
    const isAsked = ({ start }: Hit): boolean => mood === 'plain' || (mood.startsWith('asks') && start === 0);
    const counts = (hit: Hit): boolean => isAsked(hit) && !isNegated(hit) && !isReported(hit);

    const hits = matchMatters(words);
    const asked = longestOnly(hits.filter((hit) => hit.label.how === 'asked' || (isName(hit) && isAlone(hit))));
    const short = hits.filter((hit) => hit.label.how === 'asked-shortly' && !isWithin(hit, asked));
    const all = [...asked, ...short, ...hits.filter(isName)];
    return {
      asked: mattersInOrder(asked.filter(counts)),
      askedShortly: mattersInOrder(short.filter(counts)),
      named: mattersInOrder(all),
      reported: mattersInOrder([...asked, ...short].filter(isReported)),
      negated: mattersInOrder(all.filter(isNegated)),
    };
  };
}

/** "Remove me from your newsletter" is not "remove me". */
const isWithin = (hit: Hit, others: readonly Hit[]): boolean =>
  others.some((other) => other.start <= hit.start && hit.end <= other.end);

const isName = ({ label }: Hit): boolean => label.how === 'named';
