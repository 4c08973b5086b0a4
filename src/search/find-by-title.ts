import Fuse from 'fuse.js';

import type { NoticeVersion, Passage } from '../notice/notice';
import { normalise } from './normalise';
import { passageTitle } from './passage-title';

/** At most so many passages are cited. */
const MOST = 3;

/** Fuse's distance: a letter or two wrong. */
const MISTYPED = 0.2;

/** Something that can be chosen by its title. */
export interface Titled {
  readonly title: string;
  readonly passages: readonly Passage[];
}

/**
 * Finds the passages that a message names by title, as pressing a choice does: those of a topic by the topic's title,
 * one passage by its first words, or the first passages of a section by the section's title, which may be mistyped.
 * Questions name nothing.
 */
export function createTitleFinder(
  notice: NoticeVersion,
  topics: readonly Titled[] = [],
): (text: string) => readonly Passage[] {
  const byTitle = new Map<string, readonly Passage[]>();
  for (const section of notice.sections) {
    for (const passage of section.passages) {
      const title = normalise(passageTitle(passage));
      if (!byTitle.has(title)) byTitle.set(title, [passage]);
    }
  }
  const sections = notice.sections
    .filter((section) => section.passages.length > 0)
    .map((section) => ({ title: normalise(section.title), passages: section.passages.slice(0, MOST) }));
  for (const { title, passages } of topics) byTitle.set(normalise(title), passages.slice(0, MOST));
  for (const { title, passages } of sections) byTitle.set(title, passages);
  const nearTitles = createNearTitles(sections);

  return (text) => {
    const normal = normalise(text);
    return byTitle.get(normal) ?? nearTitles(normal.length)?.search(normal, { limit: 1 })[0]?.item.passages ?? [];
  };
}

/**
 * The titles that a text of so many characters can be, two more or fewer. Fuse finds a pattern anywhere in a title, but
 * a title is meant only when all of it was written; and most messages need no comparing, which is slow, at all.
 */
function createNearTitles(sections: readonly Titled[]): (length: number) => Fuse<Titled> | undefined {
  const byLength = new Map<number, Fuse<Titled>>();
  for (const length of new Set(sections.flatMap(({ title }) => [-2, -1, 0, 1, 2].map((by) => title.length + by)))) {
    const titles = sections.filter(({ title }) => Math.abs(title.length - length) <= 2);
    byLength.set(length, new Fuse(titles, { keys: ['title'], threshold: MISTYPED, ignoreFieldNorm: true }));
  }
  return (length) => byLength.get(length);
}
