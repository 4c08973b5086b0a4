import { readWords } from '../../search/read-words';
import type { Speller } from '../../search/spell';
import { findPhrases } from './phrases';
import { ABOUT_OTHERS, type AboutOther, type RecognitionContent } from './recognition-content';
import { splitClauses } from './split-clauses';

/**
 * Makes what finds whose information a message is about, by field of the forms: `subject` and `role`. Empty where it
 * seems to be that of the person who writes. The first kind of ABOUT_OTHERS counts.
 */
export function createToldByHints({ words: lists, about }: RecognitionContent, speller: Speller) {
  const find = findPhrases(
    ABOUT_OTHERS.map((kind) => ({ label: kind, phrases: about[kind] })),
    lists,
  );

  return (text: string): Readonly<Record<string, string>> => {
    const found = splitClauses(text).flatMap((clause) => find(readWords(clause, speller).join(' ')));
    const kind = ABOUT_OTHERS.find((one) => found.some(({ label }) => label === one));
    return kind ? factsOf(kind) : {};
  };
}

const factsOf = (kind: AboutOther): Readonly<Record<string, string>> =>
  kind === 'child' ? { subject: 'child' } : { subject: 'other', role: kind };
