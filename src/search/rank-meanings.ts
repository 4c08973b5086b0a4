import { combine, type Candidate, type Combination } from './combine';
import { WITH_ENCODER, WORDS_ALONE } from './combination-weights';
import type { Encoder } from './encoder/encoder';
import { meaningKind } from './meaning-kind';
import type { Meaning } from './question-content';
import type { TermReader } from './term-reader';
import { phrasingNearness, vectorShares, type VectorModel } from './vector-model';
import { createWordClassifier, type WordModel } from './word-model';

/** A meaning and how likely it is, 0 to 1. */
export interface RankedMeaning {
  readonly meaning: Meaning;
  readonly share: number;
}

/** What a message can mean, the likeliest first. The shares of all together are 1; what is hardly possible is missing. */
export type RankMeanings = (text: string) => Promise<readonly RankedMeaning[]>;

/** The encoder with what was learnt from its vectors. */
export interface VectorSignals {
  readonly encoder: Encoder;
  readonly model: VectorModel;
}

/**
 * So many meanings go into the combination, beside the two of matters that the notice does not answer. Comparing a
 * message with every phrasing would take as long as the encoder itself; of 100 questions one has its meaning further
 * down, and would hardly be found from there.
 */
const CANDIDATES = 20;

/** The logarithm of a share is never below this: a signal may not rule a meaning out. */
const LEAST = -7;

const ALWAYS: readonly Meaning[] = ['off_topic', 'not_in_notice'];

/** Combines what words and, if there are any, vectors say. */
export function createRankMeanings(words: WordModel, reader: TermReader, vectors?: VectorSignals): RankMeanings {
  const wordShares = createWordClassifier(words, reader);
  if (!vectors) {
    return (text) => {
      const logs = logarithms(wordShares(text));
      return Promise.resolve(
        ranked(words.meanings, likeliest(logs, words.meanings), (at) => [logs[at] as number], WORDS_ALONE),
      );
    };
  }
  const { encoder, model } = vectors;
  return async (text) => {
    const [vector] = await encoder.embed([text]);
    const byWords = logarithms(wordShares(text));
    if (!vector) return [];
    const byVector = logarithms(vectorShares(vector, model));
    const first = likeliest(
      byWords.map((log, at) => log + 2 * (byVector[at] as number)),
      words.meanings,
    );
    const signals = (at: number): number[] => [
      byWords[at] as number,
      byVector[at] as number,
      phrasingNearness(vector, at, model),
    ];
    return ranked(words.meanings, first, signals, WITH_ENCODER);
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

function ranked(
  meanings: readonly Meaning[],
  positions: readonly number[],
  signalsOf: (position: number) => readonly number[],
  weights: Combination,
): readonly RankedMeaning[] {
  const possible = positions.flatMap((at) => meanings[at] ?? []);
  const candidates = positions.map((at): Candidate => ({
    kind: meaningKind(meanings[at] ?? 'off_topic'),
    signals: signalsOf(at),
  }));
  const shares = combine(candidates, weights);
  return possible
    .map((meaning, at) => ({ meaning, share: shares[at] ?? 0 }))
    .sort((one, other) => other.share - one.share);
}
