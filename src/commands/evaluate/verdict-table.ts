import { VERDICTS, type Verdict } from '../../search/judge-understanding';
import { columns, type Side } from '../columns';

/** Something that was judged. */
export interface Judged {
  readonly verdict: Verdict;
}

/** Some that belong together, under a name. */
export type Group = readonly [name: string, judged: readonly Judged[]];

/** A line for each group: how many there are, and how many of a hundred got each verdict. */
export function verdictTable(heading: string, groups: readonly Group[]): readonly string[] {
  const rows = groups.map(([name, judged]) => {
    const shares = VERDICTS.map((verdict) => percent(count(judged, verdict), judged.length));
    return [name, String(judged.length), ...shares];
  });
  return columns([[heading, 'questions', ...VERDICTS], ...rows], ['left', 'right', ...VERDICTS.map(() => RIGHT)]);
}

const RIGHT: Side = 'right';

const count = (judged: readonly Judged[], wanted: Verdict): number =>
  judged.filter(({ verdict }) => verdict === wanted).length;

/** A share of a hundred with one decimal; a dash where there is nothing to have a share of. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}

/** Puts together what has the same name, in the order in which the names are met. What has several counts for each. */
export function groupBy<T>(items: readonly T[], namesOf: (item: T) => readonly string[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const name of namesOf(item)) groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return groups;
}
