import { sentenceCues } from './sentence-cues';
import { stemWord } from './stem-word';
import type { TermReader } from './term-reader';

/**
 * What each kind of feature counts. Concepts count most, since they stand for many words; pairs of them say what is
 * done to what; two words in a row are many and rare, and would drown the rest.
 */
export const FEATURE_WEIGHTS = { word: 0.7, pair: 0.3, concept: 1, conceptPair: 0.8 } as const;

/** The features of a message with their weights, each once. */
export type Features = ReadonlyMap<string, number>;

/**
 * Stems, pairs of neighbouring stems with marks at both ends, concepts of the lexicon with the cues of the sentence
 * among them, and unordered pairs of those.
 */
export function questionFeatures(words: readonly string[], reader: TermReader): Features {
  const features = new Map<string, number>();
  const stems = words.map(stemWord);
  for (const stem of stems) features.set(`w:${stem}`, FEATURE_WEIGHTS.word);
  const marked = ['^', ...stems, '$'];
  for (let at = 1; at < marked.length; at++) features.set(`b:${marked[at - 1]} ${marked[at]}`, FEATURE_WEIGHTS.pair);

  const concepts = [...new Set([...reader.concepts(words), ...sentenceCues(words)])].sort();
  concepts.forEach((concept, at) => {
    features.set(`c:${concept}`, FEATURE_WEIGHTS.concept);
    for (const other of concepts.slice(at + 1)) features.set(`p:${concept}+${other}`, FEATURE_WEIGHTS.conceptPair);
  });
  return features;
}

/** Whether one sight of a feature is too little to learn from: chance pairs of words are many. */
export function mayBeChance(feature: string): boolean {
  return feature.startsWith('b:') || feature.startsWith('p:');
}
