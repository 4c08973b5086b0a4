import type { RetentionStatus } from '../../retention/retention-status';
import type { Schedule } from '../../retention/schedule';
import { total } from '../../retention/sweep-run';
import { londonDay } from '../../shared/london-day';
import { columns } from '../columns';

const HEAD = ['class', 'period', 'kept', 'oldest', 'due', 'held', 'frozen', 'overdue', 'to review'];

/** How retention stands, as a table with the last run below it. */
export function statusText({ classes, lastRun }: RetentionStatus, { timed }: Schedule): string {
  const rows = classes.map(({ recordClass, kept, oldest, due, held, frozen, overdue, toReview }) => [
    recordClass,
    timed[recordClass].period,
    String(kept),
    oldest === undefined ? '' : londonDay(new Date(oldest)),
    ...[due, held, frozen, overdue, toReview].map(String),
  ]);
  const sides = ['left', 'left', 'right', 'left', 'right', 'right', 'right', 'right', 'right'] as const;
  return [...columns([HEAD, ...rows], sides), '', lastRunText(lastRun), ''].join('\n');
}

function lastRunText(lastRun: RetentionStatus['lastRun']): string {
  if (!lastRun) return 'last run: never';
  const { removed, held, frozen, failed } = total(lastRun.tally);
  const counts = `removed: ${removed}, held: ${held}, frozen: ${frozen}, failed: ${failed}`;
  if (lastRun.finishedAt !== undefined) return `last run: ${lastRun.finishedAt}, ${counts}`;
  return `last run: begun ${lastRun.startedAt} and not at its end, ${counts}`;
}
