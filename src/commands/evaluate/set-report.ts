import { isFalseAnswer, type Outcome } from './ask-questions';
import { calibrate, describeCalibration } from './calibration';
import { groupBy, percent, verdictTable } from './verdict-table';

/** How a set of questions went, in plain text: all together, by kind, by section, by tag, and how sure it was. */
export function setReport(outcomes: readonly Outcome[]): readonly string[] {
  return [
    ...summary(outcomes),
    '',
    ...tableBy('section (of questions that the notice answers)', outcomes, ({ question }) =>
      [question.section ?? []].flat(),
    ),
    '',
    ...tableBy('tag', outcomes, ({ question }) => question.tags),
    '',
    ...describeCalibration(calibrate(outcomes)),
  ];
}

/** The same in short: all together and by kind. */
export function summary(outcomes: readonly Outcome[]): readonly string[] {
  const groups = [['all', outcomes] as const, ...groupBy(outcomes, ({ question }) => [question.kind])];
  return [...verdictTable('', groups), '', ...remarks(outcomes)];
}

function tableBy(
  heading: string,
  outcomes: readonly Outcome[],
  namesOf: (outcome: Outcome) => readonly string[],
): readonly string[] {
  const groups = [...groupBy(outcomes, namesOf)].sort(([, one], [, other]) => other.length - one.length);
  return groups.length > 0 ? verdictTable(heading, groups) : [`${heading}: none`];
}

function remarks(outcomes: readonly Outcome[]): readonly string[] {
  const toDecline = outcomes.filter(({ question }) => question.kind === 'decline');
  const answered = toDecline.filter(isFalseAnswer).length;
  const declined = toDecline.filter(({ kind, question }) => kind === 'decline' && question.why !== undefined);
  const rightReason = declined.filter(({ shown, question }) =>
    shown.startsWith(`decline ${question.why ?? ''}`),
  ).length;
  return [
    `Two standard errors of "right" for all: ${noise(outcomes)} points.`,
    `False answers: ${answered} of ${toDecline.length} questions to decline (${percent(answered, toDecline.length)}).`,
    `The reason for declining was the right one for ${rightReason} of ${declined.length}.`,
  ];
}

/** 2 * sqrt(p (1 - p) / n), of a hundred: about how far another set of as many questions may lie from this one. */
function noise(outcomes: readonly Outcome[]): string {
  const share = outcomes.filter(({ verdict }) => verdict === 'right').length / Math.max(1, outcomes.length);
  return (200 * Math.sqrt((share * (1 - share)) / Math.max(1, outcomes.length))).toFixed(1);
}
