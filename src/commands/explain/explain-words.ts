import { wordsOf } from '../../search/normalise';
import { readWords } from '../../search/read-words';
import { sentenceCues } from '../../search/sentence-cues';
import { createSpeller } from '../../search/spell';
import type { TermReader } from '../../search/term-reader';
import { createFeatureReader, type WordModel } from '../../search/word-model';

/** How the words of a message were read: what was put for them, and the concepts and cues that count beside them. */
export function explainWords(text: string, { words }: WordModel, reader: TermReader): readonly string[] {
  const speller = createSpeller(words);
  const read = readWords(text, speller);
  const changed = wordsOf(text).flatMap((word) => changeOf(word, speller));
  const cues = sentenceCues(read);
  const features = [...createFeatureReader(words, reader)(text).keys()];
  const concepts = features.filter((name) => name.startsWith(CONCEPT)).map((name) => name.slice(CONCEPT.length));
  return [
    `Words       ${read.join(' ')}`,
    `Changed     ${listed(changed)}`,
    `Concepts    ${listed(concepts.filter((name) => !cues.includes(name)))}`,
    `Cues        ${listed(cues)}`,
  ];
}

/** How concepts, and cues among them, are named among the features. */
const CONCEPT = 'c:';

/** One word is read as it would be among others: short forms and typing errors know no neighbours. */
function changeOf(word: string, speller: (word: string) => string): readonly string[] {
  const spelt = readWords(word);
  const corrected = readWords(word, speller);
  if (corrected.join(' ') === word) return [];
  const how = spelt.join(' ') === corrected.join(' ') ? 'short form or number' : 'spelling';
  return [`${word} -> ${corrected.join(' ')} (${how})`];
}

const listed = (names: readonly string[]): string => (names.length > 0 ? names.join(', ') : 'none');
