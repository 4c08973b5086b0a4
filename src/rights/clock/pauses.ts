import { laterOf, type Day } from './calendar-day';
import type { Clarification } from './clock-input';

/** Days that are left out of the time to answer, both counted. */
export interface Pause {
  readonly from: Day;
  /** While a question is unanswered, the last day of which we know that it belongs to the pause. */
  readonly to: Day;
  /** Whether a question is unanswered. */
  readonly isOpen: boolean;
}

/** From the day of asking to the day of the answer. */
export function pauseOf({ askedOn, answeredOn }: Clarification): Pause {
  return { from: askedOn, to: answeredOn ?? askedOn, isOpen: answeredOn === undefined };
}

/**
 * In order and without overlaps, so that no day is left out twice; only the last can be open. Days before the clock has
 * started are none of its.
 */
export function mergePauses(pauses: readonly Pause[], start: Day): readonly Pause[] {
  const inTime = pauses
    .filter(({ to, isOpen }) => isOpen || to >= start)
    .map(({ from, to, isOpen }) => ({ from: laterOf(from, start), to: laterOf(to, start), isOpen }))
    .sort((one, other) => (one.from < other.from ? -1 : 1));
  const merged: Pause[] = [];
  for (const pause of inTime) {
    const last = merged.at(-1);
    if (last && (last.isOpen || pause.from <= last.to)) {
      merged.splice(-1, 1, {
        from: last.from,
        to: laterOf(last.to, pause.to),
        isOpen: last.isOpen || pause.isOpen,
      });
    } else {
      merged.push(pause);
    }
  }
  return merged;
}
