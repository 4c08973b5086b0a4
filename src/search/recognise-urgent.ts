import { wordsOf } from './normalise';
import type { UrgentContent } from './search-content';
import { stemWord } from './stem-word';
import { containsRun } from './term-runs';

/** Words that people put inside such a phrase: "a really strong smell of gas". "To" and "not" stay: they change it. */
const BETWEEN = new Set(
  'a an the of some really very so just still like please also even well strong bad horrible awful'.split(' '),
);

/** A sign of danger in a message. */
export interface UrgentMatch {
  readonly sign: string;
  readonly confidence: number;
}

/** Other words beside a phrase that counts alone: "im scared, please help me". */
const BESIDE_ALONE = 3;

/** How sure a plain phrase of danger makes us, and one that could also be about something past or about records. */
const PLAIN = 0.95;
const DOUBTFUL = 0.7;

/**
 * Finds words of danger, as unbroken phrases: missing one is worse than showing a number too often, but a gas bill is
 * no emergency. Where several signs show, the first in the content's order counts, plain phrases before doubtful ones.
 */
export function createUrgentRecogniser(content: UrgentContent): (text: string) => UrgentMatch | undefined {
  const signs = content.signs.map(({ sign, phrases, alone, unlessAboutRecords }) => ({
    sign,
    plain: phrases.map(phraseTerms),
    alone: alone.map(phraseTerms),
    doubtful: unlessAboutRecords.map(phraseTerms),
  }));
  const aboutRecords = content.aboutRecords.map(phraseTerms);

  return (text) => {
    const terms = phraseTerms(text);
    const holds = (phrases: readonly (readonly string[])[]): boolean =>
      phrases.some((phrase) => containsRun(terms, phrase));

    const isAlone = (phrase: readonly string[]): boolean => terms.length <= phrase.length + BESIDE_ALONE;
    const plain = signs.find((sign) => holds(sign.plain) || holds(sign.alone.filter(isAlone)));
    if (plain) return { sign: plain.sign, confidence: PLAIN };
    if (holds(aboutRecords)) return undefined;
    const doubtful = signs.find((sign) => holds(sign.doubtful));
    return doubtful && { sign: doubtful.sign, confidence: DOUBTFUL };
  };
}

function phraseTerms(text: string): readonly string[] {
  return wordsOf(text)
    .filter((word) => !BETWEEN.has(word))
    .map(stemWord);
}
