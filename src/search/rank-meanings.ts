import { combine, type Candidate, type Combination } from './combine';
import { WITH_ENCODER, WORDS_ALONE } from './combination-weights';
import type { Encoder } from './encoder/encoder';
import { meaningKind } from './meaning-kind';
import { UNOBSERVED, type Observe } from './observe';
import type { Meaning } from './question-content';
import type { TermReader } from './term-reader';
import { phrasingNearness, vectorShares, type VectorModel } from './vector-model';
import { createWordClassifier, type WordModel } from './word-model';

/** A meaning and how likely it is, 0 to 1. */
export interface RankedMeaning {
  readonly meaning: Meaning;
  readonly share: number;
}

/** The meanings that a message can have, with what each signal says of them. In the same order. */
export interface WeighedMeanings {
  readonly meanings: readonly Meaning[];
  readonly candidates: readonly Candidate[];
}

/** For each text, in the same order. All go through the encoder together, which takes less than one by one. */
export type WeighMeanings = (texts: readonly string[]) => Promise<readonly WeighedMeanings[]>;

/**
 * What each text can mean, the likeliest first. The shares of all together are 1; what is hardly possible is missing.
 */
export type RankMeanings = (texts: readonly string[]) => Promise<readonly (readonly RankedMeaning[])[]>;

/** The encoder with what was learnt from its vectors. */
export interface VectorSignals {
  readonly encoder: Encoder;
  readonly model: VectorModel;
}

/**
 * So many meanings go into the combination, beside the two of matters that the notice does not answer. Comparing a
 * message with every phrasing takes as long as the encoder itself; of 100 questions three have their meaning
 * further down, and would hardly be found from there.
 */
const CANDIDATES = 12;

/** The logarithm of a share is never below this: a signal may not rule a meaning out. */
const LEAST = -7;

/** In choosing the candidates vectors count twice as much as words: that is about how often each is right. */
const VECTORS_COUNT = 2;

const ALWAYS: readonly Meaning[] = ['off_topic', 'not_in_notice'];

/** Combines what words and, if there are any, vectors say. */
export function createRankMeanings(
  words: WordModel,
  reader: TermReader,
  vectors?: VectorSignals,
  observe: Observe = UNOBSERVED,
): RankMeanings {
  const weigh = createWeighMeanings(words, reader, vectors);
  const combination = vectors ? WITH_ENCODER : WORDS_ALONE;
  return async (texts) =>
    (await weigh(texts)).map((weighed, at) => {
      observe({ step: 'meanings', text: texts[at] ?? '', ...weighed, combination });
      return rankWeighed(weighed, combination);
    });
}

/** Puts meanings in the order of how likely they are under a combination of their signals. */
export function rankWeighed(
  { meanings, candidates }: WeighedMeanings,
  combination: Combination,
): readonly RankedMeaning[] {
  const shares = combine(candidates, combination);
  return meanings
    .map((meaning, at) => ({ meaning, share: shares[at] ?? 0 }))
    .sort((one, other) => other.share - one.share);
}

/** Finds the meanings that a message can have, and what the signals say: words, and with an encoder vectors. */
export function createWeighMeanings(words: WordModel, reader: TermReader, vectors?: VectorSignals): WeighMeanings {
  const { meanings } = words;
  const wordShares = createWordClassifier(words, reader);
  if (!vectors) {
    const byWords = (text: string): WeighedMeanings => {
      const logs = logarithms(wordShares(text));
      return weighed(meanings, likeliest(logs, meanings), (at) => [logs[at] as number]);
    };
    return (texts) => Promise.resolve(texts.map(byWords));
  }
  const { encoder, model } = vectors;
  const byBoth = (text: string, vector: Float32Array): WeighedMeanings => {
    const byWords = logarithms(wordShares(text));
    const byVector = logarithms(vectorShares(vector, model));
    const nearnessOf = phrasingNearness(vector, model);
    const both = byWords.map((log, at) => log + VECTORS_COUNT * (byVector[at] as number));
    return weighed(meanings, likeliest(both, meanings), (at) => [
      byWords[at] as number,
      byVector[at] as number,
      nearnessOf(at),
    ]);
  };
  return async (texts) => {
    const embedded = await encoder.embed(texts);
    return texts.map((text, at) => byBoth(text, embedded[at] as Float32Array));
  };
}

const logarithms = (shares: Float64Array): Float64Array => shares.map((share) => Math.max(LEAST, Math.log(share)));

/** The positions of the likeliest meanings, and of those that are always considered. */
function likeliest(scores: Float64Array, meanings: readonly Meaning[]): readonly number[] {
  const order = Array.from(scores.keys()).sort(
    (one, other) => (scores[other] as number) - (scores[one] as number) || one - other,
  );
  const others = ALWAYS.map((meaning) => meanings.indexOf(meaning)).filter((at) => at >= 0);
  return [...new Set([...order.slice(0, CANDIDATES), ...others])];
}

function weighed(
  meanings: readonly Meaning[],
  positions: readonly number[],
  signalsOf: (position: number) => readonly number[],
): WeighedMeanings {
  const possible = positions.flatMap((at) => meanings[at] ?? []);
  const candidates = positions.map((at): Candidate => {
    return { kind: meaningKind(meanings[at] ?? 'off_topic'), signals: signalsOf(at) };
  });
  return { meanings: possible, candidates };
}
