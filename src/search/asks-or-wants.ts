import { readWords } from './read-words';
import { sentenceCues } from './sentence-cues';

/** The cues of a question or a wish; others show what happened. */
const FORMS = new Set([
  'asks-how-long',
  'asks-how-much',
  'asks-how',
  'asks-why',
  'asks-who',
  'asks-where',
  'asks-which',
  'asks-what',
  'asks-whether-you',
  'asks-whether-i-may',
  'asks-you-to',
  'wants',
  'commands',
]);

/** How a question begins that the cues do not know: "am I still on it", "will that be". */
const QUESTION_START =
  /^(?:(?:and|also|plus|so|ok|then|but|please) )*(?:do|does|did|are|is|am|was|were|will|would|can|could|may|have|has|should|shall|how|what|who|whose|why|where|when|which)\b/i;

/** Whether a part of a message is a question or a wish by its form, and not what leads up to one. */
export function asksOrWants(part: string): boolean {
  return part.includes('?') || QUESTION_START.test(part) || sentenceCues(readWords(part)).some((cue) => FORMS.has(cue));
}

const POINTING = /\b(?:it|its|that|thats|that's|this|them|those|these|she|he|they|there|one|him|her|his|their)\b/i;

/** Whether a part needs what was said before it to be understood: "who can read it". */
export function pointsBack(part: string): boolean {
  return POINTING.test(part);
}

const PEOPLE = '(?:you|i|we|they|it|he|she|the|this|that|there|my|your|our|their|anyone|anybody|someone|somebody)';
const VERBS = '(?:do|does|did|are|is|am|was|were|will|would|can|could|may|have|has|had|should|shall)';

/** "Do you", "how long do you", "who is your". Not "when I moved in", nor "what happened is that". */
const VERB_FIRST = new RegExp(
  `^(?:(?:and|also|so|ok|but|please|sorry) )*(?:(?:how|what|who|whose|why|where|when|which)(?: (?!happened)[\\w-]+){0,2}? )?${VERBS} ${PEOPLE}\\b`,
  'i',
);

/** Whether a message can hardly tell anything, since it asks: by its mark, or by the order of its words. */
export function onlyAsks(text: string): boolean {
  return text.includes('?') || VERB_FIRST.test(text);
}

/** Whether a message asks us something by its form, rather than telling or wanting something. */
export function asksSomething(text: string): boolean {
  return text.includes('?') || QUESTION_START.test(text);
}
