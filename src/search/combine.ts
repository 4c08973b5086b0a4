import type { MeaningKind } from './meaning-kind';
import { softmax } from './softmax';

/** A meaning that is still possible, with what each signal says of it. */
export interface Candidate {
  readonly kind: MeaningKind;
  /** The more, the likelier. In the order of the weights. */
  readonly signals: readonly number[];
}

/** How far each signal is trusted, and how much likelier each kind is than its signals say. */
export interface Combination {
  readonly signals: readonly number[];
  readonly bias: Readonly<Record<MeaningKind, number>>;
}

/**
 * How likely each candidate is, all together 1: softmax of the weighted sum of its signals and the bias of its kind
 * (conditional logit; McFadden 1974).
 */
export function combine(candidates: readonly Candidate[], combination: Combination): Float64Array {
  const scores = Float64Array.from(candidates, (candidate) => scoreOf(candidate, combination));
  if (scores.length > 0) softmax(scores);
  return scores;
}

function scoreOf({ kind, signals }: Candidate, combination: Combination): number {
  return signals.reduce((sum, signal, at) => sum + signal * (combination.signals[at] ?? 0), combination.bias[kind]);
}
