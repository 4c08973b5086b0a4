import type { Day } from './calendar-day';
import type { Clarification } from './clock-input';
import type { QuestionWithoutEffect } from './clock-step';
import type { Period } from './period';
import { pauseOf } from './pauses';

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
    const { from, to } = pauseOf(question);
    if (to < period.start) return [withoutEffect(question, 'answered_before_start')];
    return isLeftOut(period, from) ? [] : [withoutEffect(question, 'time_was_over')];
  });
}

function isLeftOut({ start, leftOut, openSince }: Period, askedOn: Day): boolean {
  const from = askedOn < start ? start : askedOn;
  if (openSince !== undefined && from >= openSince) return true;
  return leftOut.some((pause) => pause.from <= from && from <= pause.to);
}

function whyNever(question: Clarification, pauses: boolean): QuestionWithoutEffect['because'] | undefined {
  if (!pauses) return 'matter';
  if (question.about !== 'information') return 'about';
  const { from, to } = pauseOf(question);
  return to < from ? 'answered_before_asked' : undefined;
}

function withoutEffect(question: Clarification, because: QuestionWithoutEffect['because']): QuestionWithoutEffect {
  return { what: 'question_without_effect', question, because };
}
