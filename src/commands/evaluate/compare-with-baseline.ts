import type { Verdict } from '../../search/judge-understanding';
import { isFalseAnswer, type Outcome } from './ask-questions';
import type { Recorded } from './baseline';

/** From best to worst. Not being told is better than being told something wrong. */
const WORTH: Readonly<Record<Verdict, number>> = { right: 3, 'one tap away': 2, 'declined wrongly': 1, wrong: 0 };

/** A question for which something else is shown than before, or which is judged differently. */
export interface Change {
  readonly outcome: Outcome;
  readonly before: Recorded;
  readonly sense: 'better' | 'worse' | 'same';
}

/** How many questions went from one side to the other; those that stayed say nothing about a change. */
export interface Moves {
  readonly before: number;
  readonly now: number;
  readonly gained: number;
  readonly lost: number;
}

export interface Comparison {
  /** Questions that stand in the baseline, too. */
  readonly compared: number;
  readonly changes: readonly Change[];
  readonly right: Moves;
  readonly falseAnswers: Moves;
  /** Ids of questions that the baseline lacks, and of those that it has beside them. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Compares, question by question, with what was shown when the baseline was recorded. */
export function compareWithBaseline(outcomes: readonly Outcome[], baseline: ReadonlyMap<string, Recorded>): Comparison {
  const pairs = outcomes.flatMap((outcome): Pair[] => {
    const before = baseline.get(outcome.question.id);
    return before ? [{ outcome, before }] : [];
  });
  const ids = new Set(outcomes.map(({ question }) => question.id));
  return {
    compared: pairs.length,
    changes: pairs.flatMap((pair) => changeOf(pair)),
    right: movesOf(pairs, ({ verdict }) => verdict === 'right'),
    falseAnswers: movesOf(pairs, isFalseAnswer),
    added: [...ids].filter((id) => !baseline.has(id)),
    removed: [...baseline.keys()].filter((id) => !ids.has(id)),
  };
}

interface Pair {
  readonly outcome: Outcome;
  readonly before: Recorded;
}

function changeOf({ outcome, before }: Pair): readonly Change[] {
  if (outcome.shown === before.shown && outcome.verdict === before.verdict) return [];
  const by = WORTH[outcome.verdict] - WORTH[before.verdict];
  return [{ outcome, before, sense: by > 0 ? 'better' : by < 0 ? 'worse' : 'same' }];
}

function movesOf(pairs: readonly Pair[], test: (judged: Recorded & Pick<Outcome, 'question'>) => boolean): Moves {
  const sides = pairs.map(({ outcome, before }) => {
    const { question } = outcome;
    return { before: test({ question, ...before }), now: test(outcome) };
  });
  return {
    before: sides.filter((side) => side.before).length,
    now: sides.filter((side) => side.now).length,
    gained: sides.filter((side) => side.now && !side.before).length,
    lost: sides.filter((side) => side.before && !side.now).length,
  };
}
