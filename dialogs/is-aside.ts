import { asksSomething } from '../src/search/asks-or-wants';
import { UNCLEAR } from '../src/search/search-content';
import type { Understanding } from '../src/search/understanding';

/** Words beyond which a message tells a story, whatever question is in it. */
const LONGEST = 25;

/** Whether a message that comes while a form is filled in asks us something, or is small talk, and tells nothing for it. */
export function isAside(text: string, understanding: Understanding): boolean {
  if (understanding.kind === 'smalltalk') return understanding.topic !== UNCLEAR;
  const isShort = text.trim().split(/\s+/).length <= LONGEST;
  return isShort && asksSomething(text) && understanding.kind !== 'summary';
}
