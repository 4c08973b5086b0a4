import type { Change, Comparison } from './compare-with-baseline';
import { percent } from './verdict-table';
import { worseThanNoise } from './worse-than-noise';

const SENSES = ['worse', 'better', 'same'] as const;

/** What is shown differently than when the baseline was recorded: the figures, then each question with old and new. */
export function changeReport(comparison: Comparison): readonly string[] {
  const { compared, right, falseAnswers, changes, added, removed } = comparison;
  if (compared === 0) return ['There is no baseline yet; --record makes one.'];
  const counts = SENSES.map((sense) => `${changes.filter((change) => change.sense === sense).length} ${sense}`);
  const lines = [
    `Right: ${right.before} -> ${right.now} of ${compared} (${percent(right.before, compared)} -> ${percent(right.now, compared)}).`,
    `False answers: ${falseAnswers.before} -> ${falseAnswers.now}.`,
    `Changed: ${changes.length} questions (${counts.join(', ')}).`,
    ...worseThanNoise(comparison).map((sentence) => `WORSE: ${sentence}.`),
  ];
  if (added.length > 0) lines.push(`Not in the baseline: ${added.join(', ')}.`);
  if (removed.length > 0) lines.push(`In the baseline only: ${removed.join(', ')}.`);
  return [...lines, ...SENSES.flatMap((sense) => changes.filter((change) => change.sense === sense).flatMap(describe))];
}

function describe({ outcome, before, sense }: Change): readonly string[] {
  const { question, verdict, shown } = outcome;
  return [
    '',
    `${sense}  ${question.id}  ${question.q}`,
    `    before: ${before.verdict}: ${before.shown}`,
    `    now:    ${verdict}: ${shown}`,
  ];
}
