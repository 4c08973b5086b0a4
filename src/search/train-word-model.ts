import type { NoticeVersion } from '../notice/notice';
import { FeatureSpace } from './feature-space';
import type { QuestionContent } from './question-content';
import { readWords } from './read-words';
import { SPARSE_DEFAULTS, trainSparseSoftmax, type SparseExample } from './sparse-softmax';
import type { Lexicon } from './term-reader';
import { createTermReader } from './term-reader';
import { labelPhrasings } from './training-labels';
import { createFeatureReader, type WordModel } from './word-model';

/** Words that are met once in the phrasings may be typing errors: messages are not corrected to them. */
const KNOWN_FROM = 2;

/** Learns from the words of the phrasings. Takes some seconds; the same content gives the same model. */
export function trainWordModel(content: QuestionContent, notice: NoticeVersion, lexicon: Lexicon): WordModel {
  const words = countWords(content, notice, lexicon);
  const featuresOf = createFeatureReader(words, createTermReader(lexicon));
  const messages = content.phrasings.map(({ text }) => featuresOf(text));
  const space = FeatureSpace.of(messages);
  const { meanings, labels, weights } = labelPhrasings(content.phrasings);
  const examples = messages.map((message, at): SparseExample => {
    return { vector: space.vectorOf(message), label: labels[at] as number, weight: weights[at] as number };
  });
  const size = { features: space.features.length, classes: meanings.length };
  return {
    meanings,
    topics: content.topics,
    space,
    weights: trainSparseSoftmax(examples, { ...SPARSE_DEFAULTS, ...size }),
    words,
  };
}

/** The words that messages may be corrected to: those of the notice and the lexicon, and what several phrasings have. */
function countWords({ phrasings }: QuestionContent, notice: NoticeVersion, lexicon: Lexicon): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (text: string): void => {
    for (const word of readWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  };
  for (const { text } of phrasings) count(text);
  for (const [word, times] of counts) if (times < KNOWN_FROM) counts.delete(word);
  for (const section of notice.sections) {
    count(section.title);
    for (const passage of section.passages) count(passage.text);
  }
  for (const [concept, wordings] of Object.entries(lexicon))
    for (const wording of [concept, ...wordings]) count(wording);
  return counts;
}
