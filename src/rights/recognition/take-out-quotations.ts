import { readWords } from '../../search/read-words';
import { holdsPhrase } from './phrases';
import type { RecognitionContent } from './recognition-content';

/** A message without what others said in it, and that. */
export interface OwnAndQuoted {
  readonly own: string;
  /** Empty where there is none. */
  readonly quoted: string;
}

/** Between quotation marks; an apostrophe within a word is none. */
const QUOTATION = /"([^"]+)"|“([^”]+)”|«([^»]+)»|(?<![\p{L}\p{N}])['‘]([^'‘’\n]+)['’](?![\p{L}\p{N}])/gu;

/** Fewer words between quotation marks are only stressed. */
const FEWEST_WORDS = 3;

/** A line of somebody else's mail. */
const MAIL_QUOTE = /^\s*>/;

const SENTENCE_END = /[.?!\n]/;

/**
 * Makes what tells people's own words from those that they pass on: what stands between quotation marks in a sentence that
 * reports, lines of mail that are marked with `>`, and everything after "forwarded message".
 */
export function createTakeOutQuotations({ words: lists, moods }: RecognitionContent): (text: string) => OwnAndQuoted {
  const reports = holdsPhrase([...moods.reported, ...moods.hearsay], lists);
  const forwards = holdsPhrase(moods.forwarded, lists);
  const read = (text: string): string => readWords(text).join(' ');

  return (text) => {
    const lines = text.split('\n');
    const forwardedFrom = lines.findIndex((line) => forwards(read(line)));
    const isOthers = (line: string, at: number): boolean =>
      MAIL_QUOTE.test(line) || (forwardedFrom >= 0 && at >= forwardedFrom);
    const kept = lines.filter((line, at) => !isOthers(line, at)).join('\n');

    const told = [...kept.matchAll(QUOTATION)].filter(({ index, 0: marked, ...groups }) => {
      const said = [groups[1], groups[2], groups[3], groups[4]].find((group) => group !== undefined) ?? '';
      const around = `${sentenceEnding(kept.slice(0, index))} ${sentenceBeginning(kept.slice(index + marked.length))}`;
      return readWords(said).length >= FEWEST_WORDS && reports(read(around));
    });
    const own = told.reduce((rest, [marked]) => rest.replace(marked, ' '), kept).trim();
    const quoted = [...lines.filter(isOthers), ...told.map(([marked]) => marked)].join('\n');
    return { own, quoted };
  };
}

const sentenceEnding = (before: string): string => before.split(SENTENCE_END).at(-1) ?? '';
const sentenceBeginning = (after: string): string => after.split(SENTENCE_END)[0] ?? '';
