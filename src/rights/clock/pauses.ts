import { laterOf, type Day } from './calendar-day';
import type { Clarification } from './clock-input';

/** Days that are left out of the time to answer, both counted. */
export interface Pause {
  readonly from: Day;
  /** UNANSWERED while the person has yet to answer. */
  readonly to: Day;
}

/** Sorts after every day that somebody can type. */
export const UNANSWERED: Day = '9999-12-31';

/** From the day of asking to the day of the answer. */
export const pauseOf = ({ askedOn, answeredOn }: Clarification): Pause => ({
  from: askedOn,
  to: answeredOn ?? UNANSWERED,
});

/** In order and without overlaps, so that no day is left out twice. Days before the clock has started are none of its. */
export function mergePauses(pauses: readonly Pause[], start: Day): readonly Pause[] {
  const inTime = pauses
    .filter(({ to }) => to >= start)
    .map(({ from, to }) => ({ from: laterOf(from, start), to }))
    .sort((one, other) => (one.from < other.from ? -1 : 1));
  const merged: Pause[] = [];
  for (const pause of inTime) {
    const last = merged.at(-1);
    if (last && pause.from <= last.to) {
      merged.splice(-1, 1, { from: last.from, to: laterOf(last.to, pause.to) });
    } else {
      merged.push(pause);
    }
  }
  return merged;
}
