import type { NoticeVersion } from '../../notice/notice';
import type { Desk } from '../../replies/create-desk';
import { cameTrue, describeShown, judge, type Verdict } from '../../search/judge-understanding';
import type { Understanding } from '../../search/understanding';
import type { LabelledQuestion } from './labelled-question';

/** What came of a question. */
export interface Outcome {
  readonly question: LabelledQuestion;
  readonly kind: Understanding['kind'];
  /** What is shown, in one line that stays the same for as long as the same is shown. */
  readonly shown: string;
  /** The section that an answer is quoted from. */
  readonly section?: string | undefined;
  readonly verdict: Verdict;
  /** How sure it was, 0 to 1, and whether what it was sure of came true. */
  readonly confidence: number;
  readonly cameTrue: boolean;
}

/** Asks the desk every question, each as a conversation of its own. */
export async function askQuestions(
  questions: readonly LabelledQuestion[],
  desk: Pick<Desk, 'understand'>,
  notice: NoticeVersion,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const question of questions) {
    const understanding = await desk.understand(question.q, { notice });
    const verdict = judge(understanding, question.wanted);
    outcomes.push({
      question,
      kind: understanding.kind,
      shown: describeShown(understanding),
      section: understanding.kind === 'answer' ? understanding.passages[0]?.passage.sectionTitle : undefined,
      verdict,
      confidence: understanding.confidence,
      cameTrue: cameTrue(understanding, verdict),
    });
  }
  return outcomes;
}

/** Whether something was answered that the notice does not answer: the worst that can be said. */
export function isFalseAnswer({ question, shown, verdict }: Pick<Outcome, 'question' | 'shown' | 'verdict'>): boolean {
  return question.kind === 'decline' && shown.startsWith('answer ') && verdict !== 'right';
}
