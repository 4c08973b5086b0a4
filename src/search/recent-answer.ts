import type { Topic } from './question-content';
import { SOMETHING_ELSE } from './search-content';
import type { Flow, MeantOption, OfferedMeaning, RankedPassage, RecentAnswer, Understanding } from './understanding';

type Declined = Extract<Understanding, { readonly kind: 'decline' }>;

/**
 * What the next message can lean on, after this one. Small talk leaves it as it was, unless the person wants to talk of
 * something else. What was declined has no answer, and what was asked about it can still be asked of another matter.
 */
export function recentAnswer(understanding: Understanding, before: RecentAnswer | undefined): RecentAnswer | undefined {
  const { aspect } = understanding;
  switch (understanding.kind) {
    case 'answer': {
      const [shown, ...others] = offeredPassages(understanding.passages);
      return { aspect, shown, others: [...flowOf(understanding.flow), ...others] };
    }
    case 'flow':
      return { aspect, shown: { flow: understanding.flow }, others: offeredPassages(understanding.nearest) };
    case 'decline':
      return { aspect, ...offeredBeside(understanding) };
    case 'clarify':
      return { aspect, others: [] };
    case 'smalltalk':
      return understanding.topic === SOMETHING_ELSE ? undefined : before;
    case 'summary':
    case 'urgent':
      return before;
  }
}

/** A meaning that was offered, by ids. */
export const offeredMeaning = (option: MeantOption): OfferedMeaning =>
  option.kind === 'flow' ? { flow: option.flow } : offeredPassage(option);

/** The topic by which a passage was offered: topics that begin with the same passage differ by title. */
export function topicOf(offered: OfferedMeaning, topics: readonly Topic[]): Topic | undefined {
  if (!('passageId' in offered)) return undefined;
  const leading = topics.filter(({ passages }) => passages[0] === offered.passageId);
  return leading.find(({ title }) => title === offered.title) ?? leading[0];
}

const offeredPassage = ({ passage, title }: RankedPassage): OfferedMeaning => ({ passageId: passage.id, title });

const offeredPassages = (ranked: readonly RankedPassage[] = []): readonly OfferedMeaning[] =>
  ranked.map(offeredPassage);

/** What is quoted of a matter whose detail the notice does not tell is an answer, too; of another matter nothing is. */
function offeredBeside({ why, nearest, covered }: Declined): Pick<RecentAnswer, 'shown' | 'others'> {
  if (!covered || why === 'off_topic') return { others: offeredPassages(nearest) };
  const others = nearest.filter(({ passage }) => passage.id !== covered.passage.passage.id);
  return { shown: offeredPassage(covered.passage), others: offeredPassages(others) };
}

const flowOf = (flow: Flow | undefined): readonly OfferedMeaning[] => (flow === undefined ? [] : [{ flow }]);
