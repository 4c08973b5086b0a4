import type { QuestionToReview, Shown } from './question-to-review';

/** Questions that got the same reply. Nothing in it tells who asked, or in which chat. */
export interface QuestionGroup {
  readonly shown: Shown;
  readonly helped: number;
  readonly didNotHelp: number;
  /** Nobody has said whether it helped. */
  readonly unrated: number;
  readonly questions: readonly AskedQuestion[];
}

export type AskedQuestion = Pick<QuestionToReview, 'at' | 'question' | 'completed' | 'helpful'>;

/**
 * Questions by what was shown to them. Groups are in the order of their first question.
 *
 * @param all newest first, as they are in each group, too
 */
export function groupQuestions(all: readonly QuestionToReview[]): readonly QuestionGroup[] {
  const groups = new Map<string, QuestionGroup>();
  for (const one of all) {
    const { shown, helpful } = one;
    const key = JSON.stringify(shown);
    const group = groups.get(key) ?? { shown, helped: 0, didNotHelp: 0, unrated: 0, questions: [] };
    groups.set(key, {
      shown,
      helped: group.helped + Number(helpful === true),
      didNotHelp: group.didNotHelp + Number(helpful === false),
      unrated: group.unrated + Number(helpful === undefined),
      questions: [...group.questions, asked(one)],
    });
  }
  return [...groups.values()];
}

const asked = ({ at, question, completed, helpful }: QuestionToReview): AskedQuestion => ({
  at,
  question,
  ...(completed !== undefined && { completed }),
  ...(helpful !== undefined && { helpful }),
});
