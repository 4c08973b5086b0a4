import { type FeatureSpace } from './feature-space';
import type { Meaning, QuestionContent } from './question-content';
import { questionFeatures, type Features } from './question-features';
import { readWords } from './read-words';
import { softmax } from './softmax';
import { sparseScores } from './sparse-softmax';
import { createSpeller } from './spell';
import type { TermReader } from './term-reader';

/** What was learnt from the words of the phrasings. */
export interface WordModel {
  /** The classes, in the order of the weights. */
  readonly meanings: readonly Meaning[];
  readonly topics: QuestionContent['topics'];
  readonly space: FeatureSpace;
  /** `weights[feature * meanings + meaning]` */
  readonly weights: Float32Array;
  /** The words that messages are corrected to, and how often they occur. */
  readonly words: ReadonlyMap<string, number>;
}

/** How likely each meaning is, by the words of a message; in the order of the model's meanings, together 1. */
export type WordClassifier = (text: string) => Float64Array;

/** Makes a trained model usable. The reader must know the lexicon that the model was trained with. */
export function createWordClassifier(model: WordModel, reader: TermReader): WordClassifier {
  const featuresOf = createFeatureReader(model.words, reader);
  return (text) => {
    const shares = new Float64Array(model.meanings.length);
    sparseScores(model.space.vectorOf(featuresOf(text)), model.weights, shares);
    softmax(shares);
    return shares;
  };
}

/** Reads the features of a message, with its typing errors corrected. */
export function createFeatureReader(
  words: ReadonlyMap<string, number>,
  reader: TermReader,
): (text: string) => Features {
  const speller = createSpeller(words);
  return (text) => questionFeatures(readWords(text, speller), reader);
}
