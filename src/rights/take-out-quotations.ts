import { readWords } from '../search/read-words';
import { findPhrases } from './phrases';
import type { RecognitionContent } from './recognition-content';

/** A message without what others said in it, and that. */
export interface OwnAndQuoted {
  readonly own: string;
  /** Empty where there is none. */
  readonly quoted: string;
}

/** Between quotation marks; apostrophes within words are none. */
const QUOTATION = /"([^"]+)"|“([^”]+)”|«([^»]+)»|(?<![\p{L}\p{N}])['‘]([^'‘’\n]+)['’](?![\p{L}\p{N}])/gu;

/** Fewer words between quotation marks are only stressed. */
const FEWEST_WORDS = 3;

/** A line of somebody else's mail. */
const MAIL_QUOTE = /^\s*>/;

/**
 * Makes what tells people's own words from those that they pass on: what stands between quotation marks after words that
 * report, lines of mail that are marked with `>`, and everything after "forwarded message".
 */
export function createTakeOutQuotations({ words: lists, moods }: RecognitionContent): (text: string) => OwnAndQuoted {
  const reports = findPhrases([...moods.reported, ...moods.hearsay], lists);
  const forwarded = findPhrases(moods.forwarded, lists);
  const read = (text: string): string => readWords(text).join(' ');

  return (text) => {
    const quoted: string[] = [];
    const take = (words: string): string => {
      quoted.push(words);
      return ' ';
    };
    const lines = text.split('\n');
    const from = lines.findIndex((line) => forwarded(read(line)).length > 0);
    const kept = lines.filter((line, at) =>
      (from >= 0 && at >= from) || MAIL_QUOTE.test(line) ? take(line) === '' : true,
    );
    const own = kept.join('\n').replace(QUOTATION, (all, ...found: readonly unknown[]) => {
      const words = found.slice(0, 4).find((one): one is string => typeof one === 'string') ?? '';
      const isTold =
        readWords(words).length >= FEWEST_WORDS && reports(read(kept.join('\n').replace(all, ' '))).length > 0;
      return isTold ? take(words) : all;
    });
    return quoted.length === 0 ? { own: text, quoted: '' } : { own: own.trim(), quoted: quoted.join('\n') };
  };
}
