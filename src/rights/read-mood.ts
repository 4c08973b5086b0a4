import { sentenceCues } from '../search/sentence-cues';
import { findPhrases, type WordLists } from './phrases';
import type { Moods } from './recognition-content';

/**
 * How something is said. `asks-us` is a question about what we do and `asks` one about anything else; `hypothetical` is
 * one about how something is done or may be done, `hearsay` what others say that one may do. All else is `plain`.
 */
export type Mood = 'plain' | 'asks' | 'asks-us' | 'hypothetical' | 'hearsay';

/** How a question begins that is not only a polite wish. */
const QUESTION =
  /^(?:(?:and|also|plus|so|ok|then|but|or|because|please|hi|hello) )*(?:do(?! not| stop| please| send| delete| remove)|does|did|are|is|am|was|were|(?:have|has|had) (?:you|they|he|she|it|we|i|any|my \S+ been)|should|shall|must|will (?!you)|would (?!you|it)|how|what|who|whose|why|where|when (?:do|does|did|is|are|was|were|will|would|can|should)|which)\b/;
/** "If I stop the surveys, do I ...": what would happen. */
const IF_QUESTION =
  /^(?:\S+ ){0,2}if .*\b(?:(?:do|does|did|have|has) (?:you|they|i|we|he|she)|(?:can|could|will|would|is|are|am) (?:you|they|i|we|he|she|it|that|this|there|my|the))\b/;
const POLITE = /\b(?:is (?:it )?possible|would it be)\b/;
const ABOUT_US = /\b(?:do|does|did|are|have|has|will) (?:you|they|the|my)\b/;
const ABOUT_US_CUES: ReadonlySet<string> = new Set([
  'asks-whether-you',
  'asks-how-long',
  'asks-why',
  'asks-who',
  'asks-where',
]);

/** Makes the reader of moods. What it makes takes the words of a clause, and whether its form otherwise asks. */
export function createReadMood(moods: Moods, lists: WordLists) {
  const hypothetical = findPhrases(moods.hypothetical, lists);
  const hearsay = findPhrases(moods.hearsay, lists);

  return (words: string, asks: boolean): Mood => {
    if (hearsay(words).length > 0) return 'hearsay';
    if (hypothetical(words).length > 0 || IF_QUESTION.test(words)) return 'hypothetical';
    if (!asks && !QUESTION.test(words)) return 'plain';
    if (POLITE.test(words)) return 'plain';
    const isAboutUs = ABOUT_US.test(words) || sentenceCues(words.split(' ')).some((cue) => ABOUT_US_CUES.has(cue));
    return isAboutUs ? 'asks-us' : 'asks';
  };
}
