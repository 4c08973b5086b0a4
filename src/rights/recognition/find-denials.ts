import { holdsPhrase } from './phrases';
import type { RecognitionContent } from './recognition-content';

/** At most so many words stand between a negation and what it denies: "I do not want you to have to". */
const MOST_BETWEEN = 6;

/** Tells what the words before a request make of it. */
export interface DenialFinder {
  /** "I am not asking you to ..." */
  readonly isNegated: (before: string) => boolean;
  /** "He said ..." */
  readonly isReported: (before: string) => boolean;
}

export function createDenialFinder({ words: lists, moods }: RecognitionContent): DenialFinder {
  const withBetween = (phrase: string): string => `${phrase}${' {between}?'.repeat(MOST_BETWEEN)} $`;
  const rightBefore = (phrases: readonly string[]): ((words: string) => boolean) =>
    holdsPhrase(phrases.map(withBetween), { ...lists, between: moods.between });
  const negates = rightBefore(moods.negated);
  const looksLikeIt = rightBefore(moods.notNegated);
  const reports = holdsPhrase(moods.reported, lists);
  const passesOn = holdsPhrase(moods.notReported, lists);
  return {
    isNegated: (before) => negates(before) && !looksLikeIt(before),
    isReported: (before) => reports(before) && !passesOn(before),
  };
}
