import { londonDay } from '../shared/london-day';
import type { NoticeVersion } from './notice';

/** What the law says where the notice does not, or not any more. It stands beside the notice, never in it. */
export interface LawNote {
  readonly id: string;
  /** The first day in London on which it is the law, as YYYY-MM-DD. Before that day nobody is told. */
  readonly since: string;
  /** Versions of the notice that do not say it. */
  readonly forNotice: readonly string[];
  /** Ids of the passages that it stands beside wherever they are shown. */
  readonly beside: readonly string[];
  /** Ids of details.yaml: a question for one of them that the notice does not answer is told this. */
  readonly answers: readonly string[];
  /** In plain words, for tenants. */
  readonly text: string;
  /** Where the law says so, for staff and lawyers. */
  readonly source: string;
  /** Who has approved the words, and on which day (YYYY-MM-DD). Undefined as long as nobody has. */
  readonly approval: { readonly by: string; readonly on: string } | undefined;
}

/** The notes of a landlord. */
export interface LawNotes {
  /** Whether notes are shown that nobody has approved yet: a decision of the data protection officer. */
  readonly showsUnapproved: boolean;
  readonly notes: readonly LawNote[];
}

/** The notes to show with a version of the notice on this day. */
export function lawNotesFor(
  { notes, showsUnapproved }: LawNotes,
  { version }: Pick<NoticeVersion, 'version'>,
  now: Date,
): readonly LawNote[] {
  const today = londonDay(now);
  return notes.filter(
    ({ since, forNotice, approval }) =>
      since <= today && forNotice.includes(version) && (showsUnapproved || approval !== undefined),
  );
}
