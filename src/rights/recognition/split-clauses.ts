import { wordsOf } from '../../search/normalise';

const BETWEEN_CLAUSES =
  /(?<=[.?!])\s+|\s*[,;]\s+|\s+[-–—]+\s+|[,;]?\s+(?:and|n|&|then|but|plus|also|so|because|cos)\s+/i;

/** Splits a sentence where one thing that is said may end and another begin: at the end of a sentence, at commas, "and", "but". */
export function splitClauses(sentence: string): readonly string[] {
  return sentence.split(BETWEEN_CLAUSES).filter((clause) => wordsOf(clause).length > 0);
}
