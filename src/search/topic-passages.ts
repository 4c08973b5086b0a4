import type { NoticeVersion, Passage } from '../notice/notice';
import { meaningKind, meaningName } from './meaning-kind';
import type { Topic } from './question-content';
import type { RankedMeaning } from './rank-meanings';
import type { RankedPassage } from './understanding';

/** What a later passage of a topic counts beside the one before it. */
const NEXT = 0.8;

/** The topics with the passages that they have in one version of the notice. */
export type TopicPassages = ReadonlyMap<string, { readonly title: string; readonly passages: readonly Passage[] }>;

/** Finds the passages of topics in a notice. Topics of which the notice has none are missing. */
export function topicPassages(topics: readonly Topic[], notice: NoticeVersion): TopicPassages {
  const passages = new Map(notice.sections.flatMap((section) => section.passages).map((one) => [one.id, one]));
  const found = topics.map(({ id, title, passages: ids }) => {
    return [id, { title, passages: ids.flatMap((passage) => passages.get(passage) ?? []) }] as const;
  });
  return new Map(found.filter(([, topic]) => topic.passages.length > 0));
}

/**
 * The passages that may answer, the likeliest first. Topics that share a passage speak for it together: each adds its
 * share, times 0.8 for every passage before it in the topic. A passage that leads a topic has that topic's title.
 */
export function rankTopicPassages(meanings: readonly RankedMeaning[], topics: TopicPassages): readonly RankedPassage[] {
  const found = new Map<string, { passage: Passage; score: number }>();
  for (const { meaning, share } of meanings) {
    const topic = meaningKind(meaning) === 'topic' ? topics.get(meaningName(meaning)) : undefined;
    topic?.passages.forEach((passage, at) => {
      const score = (found.get(passage.id)?.score ?? 0) + share * NEXT ** at;
      found.set(passage.id, { passage, score });
    });
  }
  const titles = titlesOf(topics);
  return [...found.values()]
    .sort((one, other) => other.score - one.score)
    .map(({ passage, score }) => {
      const title = titles.get(passage.id);
      return { passage, ...(title !== undefined && { title }), score };
    });
}

/** What each passage that leads a topic is about; of two topics with the same first passage the first counts. */
function titlesOf(topics: TopicPassages): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const { title, passages } of topics.values()) {
    const [first] = passages;
    if (first && !titles.has(first.id)) titles.set(first.id, title);
  }
  return titles;
}
