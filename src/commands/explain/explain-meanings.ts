import { combine, type Candidate } from '../../search/combine';
import { SIGNAL_NAMES } from '../../search/combination-weights';
import { meaningName } from '../../search/meaning-kind';
import type { Step } from '../../search/observe';
import type { Topic } from '../../search/question-content';
import { columns } from '../columns';

/** So many of the likeliest are shown. */
const MOST = 6;

type Meanings = Extract<Step, { step: 'meanings' }>;

/**
 * The likeliest meanings: the share of each, its score, and what each signal adds to that, as the value of the signal and
 * that times its weight.
 */
export function explainMeanings(step: Meanings, topics: readonly Topic[]): readonly string[] {
  const { meanings, candidates, combination } = step;
  const shares = combine(candidates, combination);
  const titles = new Map(topics.map(({ id, title }) => [id, title]));
  const order = [...meanings.keys()].sort((one, other) => (shares[other] ?? 0) - (shares[one] ?? 0)).slice(0, MOST);
  const rows = order.flatMap((at) => {
    const [meaning, candidate] = [meanings[at], candidates[at]];
    if (meaning === undefined || !candidate) return [];
    const parts = partsOf(candidate, step);
    const score = parts.reduce((sum, { part }) => sum + part, 0);
    const share = `${(100 * (shares[at] ?? 0)).toFixed(1)} %`;
    return [[share, figure(score), ...parts.map(cell), meaning, titles.get(meaningName(meaning)) ?? '']];
  });
  const weights = combination.signals.map((weight, at) => `${SIGNAL_NAMES[at] ?? `signal ${at + 1}`} x ${weight}`);
  const heading = ['share', 'score', ...weights, 'bias of its kind', 'meaning', ''];
  return columns([heading, ...rows], [...weights.map(() => 'right' as const), 'right', 'right', 'right']);
}

interface Part {
  /** Undefined for what is added whatever the message says. */
  readonly value?: number;
  readonly part: number;
}

function partsOf({ signals, kind }: Candidate, { combination }: Meanings): readonly Part[] {
  const weighed = signals.map((value, at) => ({ value, part: value * (combination.signals[at] ?? 0) }));
  return [...weighed, { part: combination.bias[kind] }];
}

const cell = ({ value, part }: Part): string =>
  value === undefined ? figure(part) : `${figure(value)} -> ${figure(part)}`;

const figure = (number: number): string => number.toFixed(2);
