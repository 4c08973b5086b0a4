import Fuse from 'fuse.js';

import type { NoticeVersion, Passage } from '../notice/notice';
import { normalise } from './normalise';
import { passageTitle } from './passage-title';

/** Fuse's distance: a letter or two wrong. */
const MISTYPED = 0.2;
/** Titles are short; a longer message is no title, and comparing it would take long. */
const LONGEST_TITLE = 80;

/**
 * Finds the passages that a message names by title, as pressing a choice does: one passage by its first words, or the
 * first passages of a section by the section's title, which may be mistyped. Questions name nothing.
 */
export function createTitleFinder(notice: NoticeVersion): (text: string) => readonly Passage[] {
  const byTitle = new Map<string, readonly Passage[]>();
  for (const section of notice.sections) {
    for (const passage of section.passages) {
      const title = normalise(passageTitle(passage));
      if (!byTitle.has(title)) byTitle.set(title, [passage]);
    }
  }
  const sections = notice.sections
    .filter((section) => section.passages.length > 0)
    .map((section) => ({ title: normalise(section.title), passages: section.passages.slice(0, 3) }));
  for (const { title, passages } of sections) byTitle.set(title, passages);
  const fuse = new Fuse(sections, { keys: ['title'], threshold: MISTYPED, ignoreFieldNorm: true });

  return (text) => {
    const normal = normalise(text);
    const named = byTitle.get(normal);
    if (named || normal.length > LONGEST_TITLE) return named ?? [];
    const near = fuse.search(normal, { limit: 1 })[0]?.item;
    return near && isAsLong(normal, near.title) ? near.passages : [];
  };
}

/** Fuse finds a pattern anywhere in a title; a title is meant only when all of it was written. */
function isAsLong(text: string, title: string): boolean {
  return Math.abs(text.length - title.length) <= 2;
}
