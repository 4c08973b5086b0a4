import { combine, type Candidate, type Combination } from './combine';
import { MEANING_KINDS } from './meaning-kind';

/** A question that somebody has labelled: its candidates, and which of them is right. */
export interface LabelledChoice {
  readonly candidates: readonly Candidate[];
  readonly right: number;
  readonly weight: number;
}

const ROUNDS = 400;

/** Draws every number a little towards where it started, so that a signal that hardly varies does not run away. */
const PULL = 1e-3;

/**
 * The combination under which the right candidates are likeliest (maximum likelihood, by gradient ascent with AdaGrad
 * steps). The questions must be new to whatever made the signals, or signals that know them are trusted too much.
 * Topics have bias 0: only differences count.
 */
export function fitCombination(choices: readonly LabelledChoice[], start: Combination): Combination {
  const values = [...start.signals, ...MEANING_KINDS.map((kind) => start.bias[kind])];
  const origin = [...values];
  const squares = values.map(() => 1e-8);
  const total = choices.reduce((sum, { weight }) => sum + weight, 0);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = gradient(choices, toCombination(values, start.signals.length)).map(
      (sum, at) => sum / total - PULL * ((values[at] as number) - (origin[at] as number)),
    );
    slope.forEach((by, at) => {
      squares[at] = (squares[at] as number) + by * by;
      values[at] = (values[at] as number) + (0.3 * by) / Math.sqrt(squares[at]);
    });
  }
  return toCombination(values, start.signals.length);
}

function gradient(choices: readonly LabelledChoice[], combination: Combination): number[] {
  const count = combination.signals.length;
  const sums = new Array<number>(count + MEANING_KINDS.length).fill(0);
  for (const { candidates, right, weight } of choices) {
    const shares = combine(candidates, combination);
    candidates.forEach(({ kind, signals }, at) => {
      const error = weight * ((at === right ? 1 : 0) - (shares[at] as number));
      signals.forEach((signal, s) => (sums[s] = (sums[s] as number) + error * signal));
      const place = count + MEANING_KINDS.indexOf(kind);
      sums[place] = (sums[place] as number) + error;
    });
  }
  return sums;
}

function toCombination(values: readonly number[], count: number): Combination {
  const base = values[count] ?? 0;
  const bias = Object.fromEntries(MEANING_KINDS.map((kind, at) => [kind, (values[count + at] ?? 0) - base]));
  return { signals: values.slice(0, count), bias: bias as Combination['bias'] };
}
