import { londonDay } from '../shared/london-day';
import type { LawNotes } from './law-note';
import type { NoticeVersion } from './notice';

/**
 * What whoever looks after the notes has to know of them, a sentence each: which nobody has approved, which are still to
 * come, and which do not stand beside the notice in force. None of it is a problem of the content.
 */
export function describeLawNotes(
  { notes, showsUnapproved }: LawNotes,
  { version }: Pick<NoticeVersion, 'version'>,
  now: Date,
): readonly string[] {
  const unapproved = notes.filter(({ approval }) => approval === undefined);
  const toCome = notes.filter(({ since }) => since > londonDay(now));
  const elsewhere = notes.filter(({ forNotice }) => !forNotice.includes(version));
  const fate = showsUnapproved ? 'it is shown all the same, since show-unapproved is true' : 'it is not shown';
  return [
    ...unapproved.map(({ id }) => `${id}: nobody has approved it; ${fate}`),
    ...toCome.map(({ id, since }) => `${id}: is shown from ${since} on; check its words again before that day`),
    ...elsewhere.map(
      ({ id }) => `${id}: is not shown with the notice of ${version}; add that to for-notice if it is silent, too`,
    ),
  ];
}
