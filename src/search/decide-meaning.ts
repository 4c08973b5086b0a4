import { meaningKind, meaningName } from './meaning-kind';
import type { Observe } from './observe';
import type { RankedMeaning } from './rank-meanings';
import { rankTopicPassages, type TopicPassages } from './topic-passages';
import type { CoveredMatter, DeclineReason, Flow, MeantOption, RankedPassage, Understanding } from './understanding';
import { weighActions, type Plans, type Weighed } from './weigh-actions';

/** At most so many passages are cited, and so many meanings offered. */
const MOST = 3;

/** From this share on a request is offered as a button beside an answer. */
const WORTH_A_BUTTON = 0.12;

/** A meaning that is less likely than this is not offered to choose from. */
const WORTH_OFFERING = 0.1;

/** A passage that is less likely than this to answer is not named where we decline. */
const WORTH_NAMING = 0.05;

/**
 * From this on the notice covers the matter, and what it does say is quoted. Of questions by new people that were
 * declined though the notice answers them, the first passage was right in 26 of the 38 that have one so likely.
 */
const COVERED_FROM = 0.15;

/**
 * What to do about a message, given how likely its meanings are: whatever is expected to cost the person least.
 * @param smalltalkTopic finds what to say where small talk is likeliest
 * @param asksFor the details that the message asks for, as ids of details.yaml
 */
export function decideMeaning(
  meanings: readonly RankedMeaning[],
  topics: TopicPassages,
  smalltalkTopic: () => string,
  asksFor: readonly string[] = [],
  observe?: Observe,
): Understanding {
  const plans = plansFor(meanings, topics);
  const { passages, flow, offersFlow, options } = plans;
  const { action, right } = cheapest(weighActions(meanings, topics, plans), observe);

  const confidence = Math.min(1, right);
  if (action === 'answer') return { kind: 'answer', passages, ...(flow && offersFlow && { flow }), confidence };
  if (action === 'clarify') return { kind: 'clarify', options, confidence };
  if (action === 'flow' && flow) return { kind: 'flow', flow, nearest: passages, confidence };
  if (action === 'smalltalk') return { kind: 'smalltalk', topic: smalltalkTopic(), confidence };
  const nearest = passages.filter(({ score }) => score >= WORTH_NAMING);
  const untold = whatIsUntold(coveredMatter(nearest, meanings, topics, asksFor), asksFor);
  return { kind: 'decline', why: reasonOf(meanings), nearest, ...untold, confidence };
}

const whatIsUntold = (covered: CoveredMatter | undefined, asksFor: readonly string[]) => ({
  ...(covered && { covered }),
  ...(asksFor.length > 0 && { asksFor }),
});

function plansFor(meanings: readonly RankedMeaning[], topics: TopicPassages): Plans {
  const request = meanings.find(({ meaning }) => meaningKind(meaning) === 'flow');
  return {
    passages: rankTopicPassages(meanings, topics).slice(0, MOST),
    flow: request && flowOf(request),
    offersFlow: request !== undefined && request.share >= WORTH_A_BUTTON,
    options: optionsOf(meanings, topics),
  };
}

/** What the notice says about the matter of a question that it does not answer. */
function coveredMatter(
  [passage]: readonly RankedPassage[],
  meanings: readonly RankedMeaning[],
  topics: TopicPassages,
  asksFor: readonly string[],
): CoveredMatter | undefined {
  if (!passage || passage.score < COVERED_FROM) return undefined;
  const best = meanings.find(({ meaning }) => meaningKind(meaning) === 'topic');
  const notTold = (best && topics.get(meaningName(best.meaning))?.notTold) ?? [];
  const untold = asksFor.find((detail) => notTold.includes(detail));
  return { passage, ...(untold !== undefined && { untold }) };
}

/** Of equal costs the first counts, so that the same shares always lead to the same action. */
function cheapest(weighed: readonly Weighed[], observe?: Observe): Weighed {
  const best = weighed.reduce((least, next) => (next.cost < least.cost ? next : least), NOTHING);
  observe?.({ step: 'actions', weighed, chosen: best.action });
  return best;
}

const NOTHING: Weighed = { action: 'decline', right: 0, cost: Infinity };

/** The likeliest topics and requests, each leading somewhere else. */
function optionsOf(meanings: readonly RankedMeaning[], topics: TopicPassages): readonly MeantOption[] {
  const options = new Map<string, MeantOption>();
  for (const ranked of meanings) {
    if (ranked.share < WORTH_OFFERING || options.size === MOST) break;
    const option = optionOf(ranked, topics);
    const leadsTo = option?.kind === 'passage' ? option.passage.id : option?.flow;
    if (option && leadsTo !== undefined && !options.has(leadsTo)) options.set(leadsTo, option);
  }
  return [...options.values()];
}

function optionOf(ranked: RankedMeaning, topics: TopicPassages): MeantOption | undefined {
  const { meaning, share: score } = ranked;
  if (meaningKind(meaning) === 'flow') return { kind: 'flow', flow: flowOf(ranked), score };
  const topic = meaningKind(meaning) === 'topic' ? topics.get(meaningName(meaning)) : undefined;
  const passage = topic?.passages[0];
  return topic && passage && { kind: 'passage', passage, title: topic.title, score };
}

/** The content's check holds that phrasings are of known flows only. */
const flowOf = ({ meaning }: RankedMeaning): Flow => meaningName(meaning) as Flow;

/** Which of the two reasons for declining is the likelier. */
function reasonOf(meanings: readonly RankedMeaning[]): DeclineReason {
  const first = meanings.find(({ meaning }) => meaning === 'off_topic' || meaning === 'not_in_notice');
  return first?.meaning === 'off_topic' ? 'off_topic' : 'not_in_notice';
}
