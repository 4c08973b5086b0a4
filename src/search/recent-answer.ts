import { SOMETHING_ELSE } from './search-content';
import type { MeantOption, OfferedMeaning, RankedPassage, RecentAnswer, Understanding } from './understanding';

/**
 * What the next message can lean on, after this one. Small talk leaves it as it was, unless the person wants to talk of
 * something else. What was declined has no answer, and what was asked about it can still be asked of another matter.
 */
export function recentAnswer(understanding: Understanding, before: RecentAnswer | undefined): RecentAnswer | undefined {
  const { aspect } = understanding;
  switch (understanding.kind) {
    case 'answer': {
      const [shown, ...others] = understanding.passages.map(offeredPassage);
      const { flow } = understanding;
      return { aspect, shown, others: flow ? [{ flow }, ...others] : others };
    }
    case 'flow':
      return { shown: { flow: understanding.flow }, others: (understanding.nearest ?? []).map(offeredPassage) };
    case 'decline':
      return { aspect, others: understanding.nearest.map(offeredPassage) };
    case 'clarify':
      return { aspect: aspect ?? (understanding.instead && before?.aspect), others: [] };
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

const offeredPassage = ({ passage, title }: RankedPassage): OfferedMeaning => ({ passageId: passage.id, title });
