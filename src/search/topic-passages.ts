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
 * share, times 0.8 for every passage before it in the topic. The title is that of the topic that adds most.
 */
export function rankTopicPassages(meanings: readonly RankedMeaning[], topics: TopicPassages): readonly RankedPassage[] {
  const found = new Map<string, { passage: Passage; title: string; score: number; most: number }>();
  for (const { meaning, share } of meanings) {
    const topic = meaningKind(meaning) === 'topic' ? topics.get(meaningName(meaning)) : undefined;
    topic?.passages.forEach((passage, at) => {
      const added = share * NEXT ** at;
      const known = found.get(passage.id) ?? { passage, title: topic.title, score: 0, most: 0 };
      const isMost = added > known.most;
      found.set(passage.id, {
        passage,
        title: isMost ? topic.title : known.title,
        score: known.score + added,
        most: Math.max(known.most, added),
      });
    });
  }
  return [...found.values()]
    .sort((one, other) => other.score - one.score)
    .map(({ passage, title, score }) => ({ passage, title, score }));
}
