import { wordsOf } from './normalise';
import { stemWord } from './stem-word';
import { isStopWord } from './stop-words';

/** The field's synonyms: the words under a key are read as that key. Keys and words may be several words long. */
export type Lexicon = Readonly<Record<string, readonly string[]>>;

/** Turns text into terms: Porter stems, or the name of a concept where the lexicon knows the words. */
export interface TermReader {
  /** For searching: without stop words. */
  searchTerms(text: string): readonly string[];
  /** The concepts that words which have been read stand for, without the words that stand for none. */
  concepts(words: readonly string[]): readonly string[];
}

interface Wording {
  readonly stems: readonly string[];
  readonly concept: string;
}

/** A reader that knows a lexicon. Where several wordings fit, the longest counts. */
export function createTermReader(lexicon: Lexicon): TermReader {
  const wordings = wordingsByFirstStem(lexicon);
  return {
    searchTerms: (text) => readTerms(wordsOf(text), wordings, isStopWord),
    concepts: (words) => readTerms(words, wordings, () => true),
  };
}

function wordingsByFirstStem(lexicon: Lexicon): ReadonlyMap<string, readonly Wording[]> {
  const byFirst = new Map<string, Wording[]>();
  for (const [key, synonyms] of Object.entries(lexicon)) {
    const concept = wordsOf(key).map(stemWord).join(' ');
    for (const wording of [key, ...synonyms]) {
      const stems = wordsOf(wording).map(stemWord);
      const first = stems[0];
      if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), { stems, concept }]);
    }
  }
  for (const list of byFirst.values()) list.sort((one, other) => other.stems.length - one.stems.length);
  return byFirst;
}

function readTerms(
  words: readonly string[],
  wordings: ReadonlyMap<string, readonly Wording[]>,
  isLeftOut: (word: string) => boolean,
): readonly string[] {
  const stems = words.map(stemWord);
  const terms: string[] = [];
  for (let at = 0; at < stems.length;) {
    const wording = wordings.get(stems[at] ?? '')?.find((candidate) => standsAt(candidate.stems, stems, at));
    if (wording) {
      terms.push(wording.concept);
      at += wording.stems.length;
    } else {
      if (!isLeftOut(words[at] ?? '')) terms.push(stems[at] ?? '');
      at += 1;
    }
  }
  return terms;
}

function standsAt(part: readonly string[], whole: readonly string[], at: number): boolean {
  return part.every((term, index) => whole[at + index] === term);
}
