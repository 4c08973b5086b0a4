import type { NoticeVersion, Passage } from '../notice/notice';
import { figuresHold } from './figures-hold';
import { meaningKind, meaningName } from './meaning-kind';
import type { Topic } from './question-content';
import type { RankedMeaning } from './rank-meanings';
import type { RankedPassage } from './understanding';

/** What a later passage of a topic counts beside the one before it. */
const NEXT = 0.8;

/** The topics with the passages that they have in one version of the notice. */
export type TopicPassages = ReadonlyMap<string, TopicInNotice>;

export interface TopicInNotice extends Omit<Topic, 'passages'> {
  readonly passages: readonly Passage[];
}

/** Finds the passages of topics in a notice. Topics of which the notice has none are missing. */
export function topicPassages(topics: readonly Topic[], notice: NoticeVersion): TopicPassages {
  const passages = new Map(notice.sections.flatMap((section) => section.passages).map((one) => [one.id, one]));
  const found = topics.map((topic) => {
    return [topic.id, { ...topic, passages: topic.passages.flatMap((id) => passages.get(id) ?? []) }] as const;
  });
  return new Map(found.filter(([, topic]) => topic.passages.length > 0));
}

/**
 * The passages that may answer, the likeliest first. Topics that share a passage speak for it together: each adds its
 * share, times 0.8 for every passage before it in the topic. A passage that leads a topic has that topic's words.
 */
export function rankTopicPassages(meanings: readonly RankedMeaning[], topics: TopicPassages): readonly RankedPassage[] {
  const found = new Map<string, { passage: Passage; leader: TopicInNotice | undefined; score: number }>();
  const leaders = leadersOf(topics);
  for (const { meaning, share } of meanings) {
    const topic = meaningKind(meaning) === 'topic' ? topics.get(meaningName(meaning)) : undefined;
    topic?.passages.forEach((passage, at) => {
      const known = found.get(passage.id);
      // The likeliest topic comes first: of several that begin with this passage it has the words for it.
      const leader = known?.leader ?? (at === 0 ? topic : undefined);
      found.set(passage.id, { passage, leader, score: (known?.score ?? 0) + share * NEXT ** at });
    });
  }
  return [...found.values()]
    .sort((one, other) => other.score - one.score)
    .map(({ passage, leader, score }) => withTopic(passage, leader ?? leaders.get(passage.id), score));
}

/** A passage with what an editor wrote about it, as far as that still fits the notice. */
export function withTopic(passage: Passage, topic: TopicInNotice | undefined, score: number): RankedPassage {
  if (!topic) return { passage, score };
  const { title, says } = topic;
  const fits = says !== undefined && figuresHold(says, passage.text);
  return { passage, title, ...(fits && { says }), score };
}

/** The topic that each passage leads; of two topics with the same first passage the first counts. */
export function leadersOf(topics: TopicPassages): ReadonlyMap<string, TopicInNotice> {
  const known = leadersKnown.get(topics);
  if (known) return known;
  const leaders = new Map<string, TopicInNotice>();
  for (const topic of topics.values()) {
    const [first] = topic.passages;
    if (first && !leaders.has(first.id)) leaders.set(first.id, topic);
  }
  leadersKnown.set(topics, leaders);
  return leaders;
}

/** They are asked for with every message. */
const leadersKnown = new WeakMap<TopicPassages, ReadonlyMap<string, TopicInNotice>>();
