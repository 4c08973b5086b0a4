import { sentenceCues } from '../../search/sentence-cues';

/**
 * How something is said. `asks-us` is a question about what we do and `asks` one about anything else; `hypothetical` is
 * one about how something is done or may be done, `hearsay` what others say that one may do. All else is `plain`.
 */
export type Mood = 'plain' | 'asks' | 'asks-us' | 'hypothetical' | 'hearsay';

/** What phrases of the content show of a clause. */
export type Cue =
  'wish' | 'for-claim' | 'home' | 'information' | 'earlier' | 'conditional' | 'denied' | 'hypothetical' | 'hearsay';

/** How a question begins that is not only a polite wish. */
const QUESTION =
  /^(?:(?:and|also|plus|so|ok|then|but|or|because|please|hi|hello) )*(?:do(?! not| stop| please| send| delete| remove)|does|did|are|is|am|was|were|(?:have|has|had) (?:you|they|he|she|it|we|i|any|my \S+ been)|should|shall|must|will (?!you)|would (?!you|it|like|love|rather|be)|how|what|who|whose|why|where|when (?:do|does|did|is|are|was|were|will|would|can|should)|which)\b/;
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

/**
 * The mood of a clause.
 * @param asks whether it is a question by its form, whatever its first words are
 */
export function readMood(words: string, cues: ReadonlySet<Cue>, asks: boolean): Mood {
  if (cues.has('hearsay')) return 'hearsay';
  if (cues.has('hypothetical') || IF_QUESTION.test(words)) return 'hypothetical';
  if (!asks && !QUESTION.test(words)) return 'plain';
  if (POLITE.test(words)) return 'plain';
  const isAboutUs = ABOUT_US.test(words) || sentenceCues(words.split(' ')).some((cue) => ABOUT_US_CUES.has(cue));
  return isAboutUs ? 'asks-us' : 'asks';
}
