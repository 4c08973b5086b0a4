import { readWords } from '../search/read-words';
import type { Speller } from '../search/spell';
import type { Matter } from './matter';
import { findPhrases } from './phrases';
import type { RecognitionContent } from './recognition-content';

/**
 * Makes what tells reports of a breach from complaints, which are understood as one: a breach has a clock of 72 hours.
 * Both count where somebody also says that they complain.
 */
export function createBreachFinder({ words: lists, breachSigns, complains }: RecognitionContent, speller: Speller) {
  const signs = findPhrases(breachSigns, lists);
  const complaining = findPhrases(complains, lists);

  return (raised: readonly Matter[], text: string): readonly Matter[] => {
    const words = readWords(text, speller).join(' ');
    const isReport = raised.includes('breach') || (raised.includes('complaint') && signs(words).length > 0);
    if (!isReport) return raised;
    const both: readonly Matter[] = complaining(words).length > 0 ? ['breach', 'complaint'] : ['breach'];
    const place = raised.findIndex((matter) => matter === 'breach' || matter === 'complaint');
    const others = raised.filter((matter) => matter !== 'breach' && matter !== 'complaint');
    return [...others.slice(0, place), ...both, ...others.slice(place)];
  };
}
