import { meaningKind, meaningName } from './meaning-kind';
import type { RankedMeaning } from './rank-meanings';
import type { TopicPassages } from './topic-passages';
import type { Flow, MeantOption, RankedPassage } from './understanding';

/** What can be done about a message. */
export const ACTIONS = ['answer', 'flow', 'clarify', 'decline', 'smalltalk'] as const;
export type Action = (typeof ACTIONS)[number];

/** What would be shown, if it came to that. */
export interface Plans {
  /** Quoted, and offered beside the quote. */
  readonly passages: readonly RankedPassage[];
  readonly flow: Flow | undefined;
  /** Whether the flow's button stands beside an answer. */
  readonly offersFlow: boolean;
  readonly options: readonly MeantOption[];
}

/** How likely an action is right, and what it is expected to cost the person. */
export interface Weighed {
  readonly action: Action;
  readonly right: number;
  readonly cost: number;
}

/**
 * What each outcome costs the person; being answered rightly at once costs nothing. A wrong answer that is given as if
 * it were right costs most, since it may be believed: four times what a press costs, which is 1. Reading what does not
 * help comes on top.
 */
export const COSTS = {
  wrong: 4,
  /** The quote is wrong, but the right passage is offered under it: reading what does not fit, and a press. */
  offeredBeside: 2.5,
  /** The quote is wrong, but the request that was meant is offered under it. */
  buttonBeside: 1.5,
  /** A "did you mean" that holds what was meant: reading the choices, and a press. */
  choose: 1.3,
  /** Nothing that was offered is right: the person reads it all, and asks again. */
  nothingFits: 3,
  /** Something else was offered to be done. Nothing untrue was said, and the notice's own sentence stands beside it. */
  wrongRequest: 3,
  /** "The notice does not say", though it does, or though something could be done. */
  declinedWrongly: 3,
} as const;

/** Weighs everything that can be done about a message. What is not possible is missing. */
export function weighActions(
  meanings: readonly RankedMeaning[],
  topics: TopicPassages,
  plans: Plans,
): readonly Weighed[] {
  const shareOf = (test: (ranked: RankedMeaning) => boolean): number =>
    meanings.reduce((sum, ranked) => (test(ranked) ? sum + ranked.share : sum), 0);
  const has =
    (passages: readonly RankedPassage[]) =>
    (ranked: RankedMeaning): boolean =>
      passages.some(({ passage }) => passagesOf(ranked, topics).includes(passage.id));

  const best = shareOf(has(plans.passages.slice(0, 1)));
  const beside = shareOf(has(plans.passages)) - best;
  const flow = shareOf(({ meaning }) => meaning === `flow:${plans.flow ?? ''}`);
  const button = plans.offersFlow ? flow : 0;
  const silent = shareOf(({ meaning }) => meaning === 'off_topic' || meaning === 'not_in_notice');
  const smalltalk = shareOf(({ meaning }) => meaning === 'smalltalk');
  const held = shareOf((ranked) => plans.options.some((option) => isHeld(ranked, option, topics)));

  const { wrong, wrongRequest, offeredBeside, buttonBeside, choose, nothingFits, declinedWrongly } = COSTS;
  const weighed: Weighed[] = [
    { action: 'decline', right: silent, cost: declinedWrongly * (1 - silent) },
    { action: 'flow', right: flow, cost: wrongRequest * (1 - flow) },
    { action: 'smalltalk', right: smalltalk, cost: wrong * (1 - smalltalk) },
  ];
  if (plans.passages.length > 0) {
    const cost = offeredBeside * beside + buttonBeside * button + wrong * (1 - best - beside - button);
    weighed.push({ action: 'answer', right: best, cost });
  }
  if (plans.options.length > 1) {
    weighed.push({ action: 'clarify', right: held, cost: choose * held + nothingFits * (1 - held) });
  }
  return weighed;
}

/** Whether choosing the option would give what the meaning asks for. */
function isHeld(ranked: RankedMeaning, option: MeantOption, topics: TopicPassages): boolean {
  return option.kind === 'flow'
    ? ranked.meaning === `flow:${option.flow}`
    : passagesOf(ranked, topics).includes(option.passage.id);
}

function passagesOf({ meaning }: RankedMeaning, topics: TopicPassages): readonly string[] {
  if (meaningKind(meaning) !== 'topic') return [];
  return topics.get(meaningName(meaning))?.passages.map(({ id }) => id) ?? [];
}
