import { wordsOf } from './normalise';
import { spellOut, squeeze } from './short-forms';
import type { Speller } from './spell';

/** Stands for any long number: an account, a date, a telephone number. Which one does not matter to what is asked. */
const NUMBER = 'number';

/** The words of a message as they are meant: short forms spelt out, typing errors corrected, long numbers masked. */
export function readWords(text: string, speller: Speller = (word) => word): readonly string[] {
  return wordsOf(text).flatMap((word) => {
    if (/^\d{3,}$/.test(word)) return NUMBER;
    return spellOut(squeeze(word)).map(speller);
  });
}
