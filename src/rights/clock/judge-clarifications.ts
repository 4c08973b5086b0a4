import { laterOf, type Day } from './calendar-day';
import type { Clarification } from './clock-input';
import type { QuestionWithoutEffect } from './clock-step';
import type { Period } from './period';

/** Questions that can stop the clock, and those that never do, with the reason. */
export interface JudgedClarifications {
  readonly pausing: readonly Clarification[];
  readonly withoutEffect: readonly QuestionWithoutEffect[];
}

/** @param pauses whether the matter allows a pause at all */
export function judgeClarifications(questions: readonly Clarification[], pauses: boolean): JudgedClarifications {
  const judged = questions.map((question) => ({ question, because: whyNever(question, pauses) }));
  return {
    pausing: judged.filter(({ because }) => because === undefined).map(({ question }) => question),
    withoutEffect: judged.flatMap(({ question, because }) => (because ? [withoutEffect(question, because)] : [])),
  };
}

/** Questions that could have stopped the clock, and of which this period has left out nothing. */
export function outsideOf(period: Period, questions: readonly Clarification[]): readonly QuestionWithoutEffect[] {
  return questions.flatMap((question) => {
    const { askedOn, answeredOn } = question;
    if (answeredOn !== undefined && answeredOn < period.start) {
      return [withoutEffect(question, 'answered_before_start')];
    }
    return isLeftOut(period, laterOf(askedOn, period.start)) ? [] : [withoutEffect(question, 'time_was_over')];
  });
}

function isLeftOut({ leftOut, openSince }: Period, day: Day): boolean {
  if (openSince !== undefined && day >= openSince) return true;
  return leftOut.some(({ from, to }) => from <= day && day <= to);
}

function whyNever(question: Clarification, pauses: boolean): QuestionWithoutEffect['because'] | undefined {
  if (!pauses) return 'matter';
  if (question.about !== 'information') return 'about';
  const { askedOn, answeredOn } = question;
  return answeredOn !== undefined && answeredOn < askedOn ? 'answered_before_asked' : undefined;
}

function withoutEffect(question: Clarification, because: QuestionWithoutEffect['because']): QuestionWithoutEffect {
  return { what: 'question_without_effect', question, because };
}
