import { join } from 'node:path';

import { readArrayFile, writeArrayFile } from './array-file';
import { FeatureSpace } from './feature-space';
import type { Meaning, Topic } from './question-content';
import type { WordModel } from './word-model';

interface Header {
  readonly fingerprint: string;
  readonly meanings: readonly Meaning[];
  readonly topics: readonly Topic[];
  readonly features: readonly string[];
  readonly highestIdf: number;
  readonly words: readonly (readonly [string, number])[];
}

const fileIn = (modelDir: string): string => join(modelDir, 'words.model');

/** Keeps what was learnt from words in the model folder. @param fingerprint of the content that it was learnt from */
export function writeWordModel(modelDir: string, model: WordModel, fingerprint: string): void {
  const { meanings, space, words } = model;
  const topics = model.topics.map(({ id, title, says, about, notTold, passages }): Topic => {
    return { id, title, says, about, notTold, passages };
  });
  const { features, highestIdf } = space;
  const header: Header = { fingerprint, meanings, topics, features, highestIdf, words: [...words] };
  writeArrayFile(fileIn(modelDir), { header, arrays: { idf: space.idf, weights: model.weights } });
}

/** The model of the folder; undefined where there is none, or one of other content. */
export function readWordModel(modelDir: string, fingerprint: string): WordModel | undefined {
  const file = readArrayFile<Header>(fileIn(modelDir));
  const { idf, weights } = file?.arrays ?? {};
  if (!file || !idf || !weights || file.header.fingerprint !== fingerprint) return undefined;
  const { meanings, topics, features, highestIdf, words } = file.header;
  return { meanings, topics, space: new FeatureSpace(features, idf, highestIdf), weights, words: new Map(words) };
}
