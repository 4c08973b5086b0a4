import type { Passage } from '../notice/notice';

/** What an editor wrote about the sections of the notice, by version and section: sentences in plain words. */
export type Summaries = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** The summary of the section that a passage stands in. None where that version has none: another's may be untrue of it. */
export function summaryOf({ version, sectionId }: Passage, summaries: Summaries): readonly string[] | undefined {
  return summaries.get(version)?.get(sectionId);
}
