import type { Step } from '../../search/observe';
import { COSTS, type Action } from '../../search/weigh-actions';
import { columns } from '../columns';

type Actions = Extract<Step, { step: 'actions' }>;

const NAMES: Readonly<Record<Action, string>> = {
  answer: 'answer with a quote',
  flow: 'offer the request',
  clarify: 'ask "did you mean"',
  decline: 'say that the notice does not say',
  smalltalk: 'answer as small talk',
};

/** Everything that could be done, the cheapest first, and why that was done. */
export function explainActions({ weighed, chosen }: Actions): readonly string[] {
  const inOrder = [...weighed].sort((one, other) => one.cost - other.cost);
  const rows = inOrder.map(({ action, right, cost }) => [nameOf(action), `${(100 * right).toFixed(1)} %`, price(cost)]);
  const table = columns([['what can be done', 'right', 'cost'], ...rows], ['left', 'right', 'right']);
  const next = inOrder.find(({ action }) => action !== chosen);
  const best = inOrder.find(({ action }) => action === chosen);
  const instead = next ? `; the next, to ${nameOf(next.action)}, costs ${price(next.cost)}` : '';
  const prices = Object.entries(COSTS).map(([outcome, cost]) => `${inWords(outcome)} ${cost}`);
  return [
    ...table,
    '',
    `Why: to ${nameOf(chosen)} is expected to cost the person ${price(best?.cost ?? 0)}${instead}.`,
    `Costs of what can come of it: ${prices.join(', ')}.`,
  ];
}

const nameOf = (action: string): string => (action in NAMES ? NAMES[action as Action] : action);

/** `wrongRequest` as "wrong request". */
const inWords = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const price = (cost: number): string => cost.toFixed(2);
